import { totalmem } from 'node:os'
import { argon2Ceiling, argon2Floor, measureStretch, type Argon2Cost } from './stretch.ts'

/** Target time for one key derivation: short for the user, expensive for somebody who guesses. */
export const targetMilliseconds = 750
const stepKibibytes = 16 * 1024
/** The vault may be opened on a smaller computer one day, and other programs on this one need memory too. */
const largestShareOfMemory = 8

export interface CalibrationOptions {
  /** The processor time of one derivation at a cost, in milliseconds. */
  readonly measure?: (cost: Argon2Cost) => Promise<number>
  readonly memoryBytes?: number
}

/**
 * Chooses the Argon2id cost at which a derivation takes about three quarters of a second on this computer.
 *
 * At least 64 MiB and three passes, at most 1 GiB or an eighth of the computer's memory. Time grows with memory, so one
 * measurement at the lowest cost is enough.
 */
export async function chooseArgon2Cost(options: CalibrationOptions = {}): Promise<Argon2Cost> {
  const { measure = measureStretch, memoryBytes = totalmem() } = options
  const milliseconds = await measure(argon2Floor)
  const wanted = (argon2Floor.memoryKibibytes * targetMilliseconds) / Math.max(1, milliseconds)
  const share = Math.floor(memoryBytes / 1024 / largestShareOfMemory)
  const most = Math.max(argon2Floor.memoryKibibytes, Math.min(argon2Ceiling.memoryKibibytes, share))
  const bounded = Math.min(most, Math.max(argon2Floor.memoryKibibytes, wanted))
  return { ...argon2Floor, memoryKibibytes: Math.floor(bounded / stepKibibytes) * stepKibibytes }
}

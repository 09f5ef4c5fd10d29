import { AppError } from '#shared/contract/result.ts'
import { readRecoveryKey } from '#shared/recovery-key/recovery-key.ts'

/**
 * The 32 bytes of a typed recovery key. Throws `recovery-key-mistyped` with the wrong groups as places
 * `recoveryKey.<number>`, before any try is made.
 */
export function recoveryKeyIn(symbols: Uint8Array): Uint8Array {
  const reading = readRecoveryKey(symbols)
  if (reading.kind === 'key') return reading.key
  const places = reading.groups.map((number) => `recoveryKey.${number}`)
  throw new AppError('recovery-key-mistyped', places)
}

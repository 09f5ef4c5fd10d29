import { join } from 'node:path'
import { todayIn, type VaultContext } from '../../database/vault-context.ts'
import { assertKnownAnswers } from '../../keys/self-test/self-test.ts'
import { readShippedInstruments } from '../../records/instruments/shipped-instruments.ts'

/** What the first unlock of a process needs, so that it can be done before somebody unlocks. */
export function createFirstUnlock(
  options: Pick<VaultContext, 'now' | 'zone'> & {
    readonly assetsFolder: string
    readonly selfTest?: (() => Promise<void>) | undefined
  },
) {
  const { selfTest = assertKnownAnswers } = options
  let tested: Promise<void> | null = null
  const test = (): Promise<void> => (tested ??= selfTest())
  return {
    /** Runs the self-test once. Rejects each time if it failed. */
    test,
    /**
     * Runs the self-test, reads the instruments, and has the runtime load its calendar, which Today needs. Resolves when
     * the self-test has ended.
     */
    prepare: (): Promise<void> => {
      setImmediate(() => {
        todayIn(options)
        try {
          readShippedInstruments(join(options.assetsFolder, 'instruments'))
        } catch {
          // The first operation that needs them fails and reports it.
        }
      })
      // The unlock reports the result of the test.
      return test().catch(() => undefined)
    },
  }
}

import { join } from 'node:path'
import { todayIn, type VaultContext } from '../../database/vault-context.ts'
import { assertKnownAnswers } from '../../keys/self-test/self-test.ts'
import { readShippedInstruments } from '../../records/instruments/shipped-instruments.ts'

/** What the first unlock of a process needs, so that it can be done before somebody unlocks. */
export function createFirstUnlock(
  options: Pick<VaultContext, 'now' | 'zone'> & {
    readonly assetsFolder: string
    readonly selfTest?: (() => Promise<void>) | undefined
    /** Has the runtime compile what answers after the unlock. */
    readonly rehearse: () => Promise<void>
  },
) {
  const { selfTest = assertKnownAnswers } = options
  let tested: Promise<void> | null = null
  const test = (): Promise<void> => (tested ??= selfTest())
  return {
    /** Runs the self-test once. Rejects each time if it failed. */
    test,
    /**
     * Runs the self-test, reads the instruments, and has the runtime load its calendar, which Today needs. Then rehearses.
     * Resolves when the self-test has ended.
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
      const tested = test().catch(() => undefined)
      // Also the first answers report what fails in them.
      void tested.then(options.rehearse).catch(() => undefined)
      return tested
    },
  }
}

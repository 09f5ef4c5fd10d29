import type { WorkProgress } from '#shared/imports/work-progress.ts'
import type { TestVault } from '../../../testing/test-vault.ts'

/** Lets everything else go on for a turn. */
export const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Waits until the work on the file has come to a step. */
export async function untilStep(vault: TestVault, step: WorkProgress['step']): Promise<void> {
  while ((await vault.api.reading.progress())?.step !== step) await turn()
}

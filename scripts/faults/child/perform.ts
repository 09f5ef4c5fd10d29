import { writeSync } from 'node:fs'
import { driveVault, Refused } from './drive.ts'
import type { Step } from './scenario.ts'

/** What the process prints, one line of JSON each. */
export type Line = { done: number; name: string } | { refused: number; code: string } | { closed: true }

/** Prints a line at once: a printed step counts as acknowledged, whatever happens to this process next. */
function say(line: Line): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}

const mostTries = 3

/**
 * Does the steps in order, prints each as soon as it is answered, and closes the vault.
 * Prints the code of a refused step and tries it again, as a user would.
 */
export async function perform(folder: string, assetsFolder: string, steps: readonly Step[]): Promise<void> {
  const { call, close } = driveVault(folder, assetsFolder)
  for (const [index, step] of steps.entries()) {
    await withRetries(index, () => step.run(call))
    say({ done: index, name: step.name })
  }
  try {
    await close()
  } catch (cause) {
    // The process ends even if updating the header failed; only the database matters.
    const code = codeOf(cause)
    if (code === null) throw cause
    say({ refused: steps.length, code })
  }
  say({ closed: true })
}

async function withRetries(index: number, action: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      await action()
      return
    } catch (cause) {
      const code = codeOf(cause)
      if (code === null || tries === mostTries) throw cause
      say({ refused: index, code })
    }
}

function codeOf(cause: unknown): string | null {
  if (cause instanceof Refused) return cause.code
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null
}

import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Examined } from './child/examine.ts'
import { assetsFolder } from './run-child.ts'

/** Examines one vault after another in a separate process. */
export interface Examiner {
  readonly examine: (folder: string, scenario: string) => Promise<Examined>
  readonly end: () => void
}

/** Starts a process that opens vaults after a run with the app's own code. */
export function startExaminer(child: string): Examiner {
  const examining = spawn(process.execPath, [child, 'examine', assetsFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: examining.stdout })[Symbol.asyncIterator]()
  return {
    examine: async (folder, scenario) => {
      examining.stdin.write(`${JSON.stringify({ folder, scenario })}\n`)
      const { value, done } = await lines.next()
      if (done) throw new Error('the examining process ended')
      // The child writes this type.
      const answer = JSON.parse(value) as Examined | { error: string }
      if ('error' in answer) throw new Error(answer.error)
      return answer
    },
    end: () => examining.stdin.end(),
  }
}

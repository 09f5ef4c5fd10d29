import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Examined } from './child/examine.ts'
import { assetsFolder } from './run-child.ts'

/** Looks at one vault after another in a process of its own. */
export interface Examiner {
  readonly examine: (folder: string, scenario: string) => Promise<Examined>
  readonly end: () => void
}

/** Starts a process that opens with the app's own code what was left behind. */
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
      // The child's own answer, by the type it gives it in.
      const answer = JSON.parse(value) as Examined | { error: string }
      if ('error' in answer) throw new Error(answer.error)
      return answer
    },
    end: () => examining.stdin.end(),
  }
}

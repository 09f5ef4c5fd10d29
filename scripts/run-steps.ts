import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** One command: a tool of the repository with its arguments. */
export interface Step {
  readonly name: string
  readonly command: string
  readonly arguments: readonly string[]
}

/** The checks that read the sources only. They need nothing of each other. */
const sourceChecks: readonly Step[] = [
  // The longest first, so that none runs alone at the end.
  { name: 'types', command: 'tsc', arguments: ['-b'] },
  { name: 'lint', command: 'oxlint', arguments: ['--type-aware', '--deny-warnings'] },
  { name: 'format', command: 'prettier', arguments: ['--check', '--log-level', 'warn', '.'] },
  { name: 'unused code', command: 'knip', arguments: [] },
]

/** Without the slow ones, and without those that start a runtime again and again (`npm run faults` runs these). */
const unitTests: Step = {
  name: 'unit tests',
  command: 'vitest',
  arguments: ['run', '--project=!starting', '--project=!slow-*'],
}

/**
 * The checks that every change must pass: types, lint, format, unused code, and the tests without windows. `others`
 * run beside the first four.
 */
export const checks = (...others: readonly Step[]): readonly (readonly Step[])[] => [
  [...sourceChecks, ...others],
  [unitTests],
]

/** The tests that CI runs beyond `npm test`. They need a build and what the journeys need. */
export const slowTests: readonly (readonly Step[])[] = [
  [{ name: 'slow unit tests', command: 'vitest', arguments: ['run', '--project=slow-*'] }],
  [{ name: 'slow journeys', command: 'playwright', arguments: ['test', '--project=slow'] }],
]

/**
 * Runs groups of steps in order, and the steps of a group side by side, as many as this machine has cores. Stops after
 * the first group with a failure, names what failed in its last line, and returns whether all passed.
 *
 * A step that runs alone shows its output at once. Beside others, its output appears in one piece when it ends.
 */
export async function runSteps(
  groups: readonly (readonly Step[])[],
  print: (text: string) => void = (text) => process.stdout.write(text),
): Promise<boolean> {
  for (const group of groups) {
    const failed: string[] = []
    const waiting = [...group]
    const next = async (): Promise<void> => {
      for (let step = waiting.shift(); step; step = waiting.shift())
        if (!(await runStep(step, group.length > 1, print))) failed.push(step.name)
    }
    await Promise.all(Array.from({ length: availableParallelism() }, next))
    if (failed.length === 0) continue
    print(`\n== FAILED: ${failed.join(', ')}\n`)
    return false
  }
  return true
}

async function runStep(step: Step, isBesideOthers: boolean, print: (text: string) => void): Promise<boolean> {
  const { name, command, arguments: given } = step
  const started = performance.now()
  if (!isBesideOthers) print(`\n== ${name}\n`)
  const child = spawn(command, given, {
    stdio: isBesideOthers ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
  })
  const output: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => output.push(part))
  const passed = await new Promise<boolean>((resolve) => {
    child.once('error', (cause) => {
      output.push(Buffer.from(`${cause.message}\n`))
      resolve(false)
    })
    child.once('close', (code) => resolve(code === 0))
  })
  const seconds = ((performance.now() - started) / 1_000).toFixed(1)
  const heading = isBesideOthers ? `\n== ${name}\n${Buffer.concat(output).toString()}` : ''
  print(`${heading}== ${name}: ${passed ? 'passed' : 'FAILED'} in ${seconds} s\n`)
  return passed
}

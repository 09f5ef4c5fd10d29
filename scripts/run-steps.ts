import { spawnSync } from 'node:child_process'

/** One command: a tool of the repository with its arguments. */
export interface Step {
  readonly name: string
  readonly command: string
  readonly arguments: readonly string[]
}

/** The checks that every change must pass: types, lint, format, unused code, and the tests without windows. */
export const checks: readonly Step[] = [
  { name: 'types', command: 'tsc', arguments: ['-b'] },
  { name: 'lint', command: 'oxlint', arguments: ['--type-aware', '--deny-warnings'] },
  { name: 'format', command: 'prettier', arguments: ['--check', '--log-level', 'warn', '.'] },
  { name: 'unused code', command: 'knip', arguments: [] },
  { name: 'unit tests', command: 'vitest', arguments: ['run'] },
]

/** Runs steps in order and stops at the first failure; returns whether all passed. */
export function runSteps(steps: readonly Step[]): boolean {
  for (const { name, command, arguments: given } of steps) {
    const started = performance.now()
    console.log(`\n== ${name}`)
    const { status } = spawnSync(command, given, { stdio: 'inherit', shell: process.platform === 'win32' })
    const seconds = ((performance.now() - started) / 1_000).toFixed(1)
    console.log(`== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
    if (status !== 0) return false
  }
  return true
}

import { expect, test } from 'vitest'
import { runSteps, type Step } from './run-steps.ts'

/** A step that runs some JavaScript. */
const step = (name: string, script: string): Step => ({
  name,
  command: process.execPath,
  arguments: ['-e', script],
})
const passes = step('passes', '')
const says = (name: string): Step =>
  step(name, `console.log('${name} begins'); setTimeout(() => console.log('${name} ends'), 300)`)

async function run(...groups: readonly (readonly Step[])[]) {
  const printed: string[] = []
  const passed = await runSteps(groups, (text) => printed.push(text))
  return { passed, printed }
}

test('each step of a group prints its whole output in one piece', async () => {
  const { passed, printed } = await run([says('first'), says('second')])
  expect(passed).toBe(true)
  expect(printed).toHaveLength(2)
  for (const name of ['first', 'second'])
    expect(printed.join('')).toMatch(
      new RegExp(`\n== ${name}\n${name} begins\n${name} ends\n== ${name}: passed in \\d+\\.\\d s\n`),
    )
})

test('a failure ends the run after its group, and the last line names all that failed', async () => {
  const fails = step('lint', `console.error('a warning'); process.exit(3)`)
  const ends = step('types', `process.kill(process.pid, 'SIGKILL')`)
  const missing = { name: 'format', command: 'no-such-program', arguments: [] }
  const { passed, printed } = await run([fails, passes, ends, missing], [step('tests', '')])
  expect(passed).toBe(false)
  expect(printed.join('')).toContain('== lint\na warning\n== lint: FAILED in')
  expect(printed.join('')).toContain('no-such-program')
  expect(printed.join('')).toContain('== passes: passed in')
  expect(printed.join('')).not.toContain('== tests')
  const names = /^\n== FAILED: (.+)\n$/.exec(printed.at(-1) ?? '')?.[1]
  expect(new Set(names?.split(', '))).toEqual(new Set(['types', 'lint', 'format']))
})

test('a group starts only when the one before it has passed', async () => {
  const { passed, printed } = await run([passes, says('early')], [says('late'), step('again', '')])
  expect(passed).toBe(true)
  const order = printed.map((text) => /== (\S+): passed/.exec(text)?.[1])
  expect(new Set(order.slice(0, 2))).toEqual(new Set(['passes', 'early']))
  expect(new Set(order.slice(2))).toEqual(new Set(['late', 'again']))
})

import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const withNode = join(import.meta.dirname, 'with-node.mjs')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-with-node-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function script(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('a script runs as TypeScript on a Node that is new enough, with its arguments and its exit code', () => {
  const path = script(
    'reports.ts',
    `const report: string[] = [process.versions.node, process.argv.slice(2).join(' '), process.env['PATH'] ?? '']
     console.log(JSON.stringify(report))
     process.exitCode = 7`,
  )
  const { status, stdout, stderr } = spawnSync(process.execPath, [withNode, path, 'one', '--two'], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  const [version, given, searched]: string[] = JSON.parse(stdout)
  expect(Number(version?.split('.')[0])).toBeGreaterThanOrEqual(22)
  expect(given).toBe('one --two')
  expect(searched?.split(delimiter)[0]).toMatch(/node_modules\/\.bin$/)
  expect(status).toBe(7)
})

test('a signal is passed on', async () => {
  const path = script(
    'waits.ts',
    `process.on('SIGTERM', () => process.exit(9)); setInterval(() => undefined, 1000); console.log('ready')`,
  )
  const child = spawn(process.execPath, [withNode, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  child.stdout.once('data', () => child.kill('SIGTERM'))
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(9)
})

test('without a script it says how it is used', () => {
  const { status, stderr } = spawnSync(process.execPath, [withNode], { encoding: 'utf8' })
  expect([status, stderr]).toStrictEqual([
    2,
    'Say which script to run: node scripts/with-node.mjs scripts/start.ts\n',
  ])
})

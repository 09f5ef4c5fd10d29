import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const withNode = join(import.meta.dirname, '../with-node.mjs')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-run-app-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = (name: string): string => join(folder, name)

/** An app that notes its process id and each signal, and takes half a second to lock after the first. */
function createApp(): string {
  const lines = [
    `#!${process.execPath}`,
    `const { appendFileSync, writeFileSync } = require('node:fs')`,
    `for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])`,
    `  process.on(signal, () => {`,
    `    appendFileSync('${path('signals')}', signal + '\\n')`,
    `    setTimeout(() => process.exit(5), 500)`,
    `  })`,
    `setInterval(() => undefined, 1_000)`,
    `writeFileSync('${path('ready')}', process.argv.slice(2).join(' '))`,
  ]
  writeFileSync(path('app'), `${lines.join('\n')}\n`, { mode: 0o755 })
  return path('app')
}

/** Starts a script that runs the app through with-node.mjs, in a process group that stands for the terminal's. */
async function start(): Promise<{ processId: number; status: Promise<unknown> }> {
  writeFileSync(
    path('start.ts'),
    `import { runApp } from ${JSON.stringify(join(import.meta.dirname, 'run-app.ts'))}
     runApp(${JSON.stringify(createApp())}, ['one', '--two'])`,
  )
  const child = spawn(process.execPath, [withNode, path('start.ts')], { stdio: 'inherit', detached: true })
  const status = new Promise((resolve) => child.once('exit', resolve))
  await expect.poll(() => existsSync(path('ready')), { timeout: 10_000 }).toBe(true)
  if (child.pid === undefined) throw new Error('with-node.mjs did not start')
  return { processId: child.pid, status }
}

const signals = (): string => readFileSync(path('signals'), 'utf8')

describe('the app, run by a script', () => {
  test('gets its arguments, and the script exits with its code', async () => {
    const { processId, status } = await start()
    expect(readFileSync(path('ready'), 'utf8')).toBe('one --two')
    process.kill(processId, 'SIGTERM')
    expect(await status).toBe(5)
    expect(signals()).toBe('SIGTERM\n')
  })

  test.each(['SIGINT', 'SIGHUP'] as const)(
    'gets %s once when the terminal sends it to everyone and npm passes it on too',
    async (signal) => {
      const { processId, status } = await start()
      process.kill(-processId, signal)
      process.kill(processId, signal)
      await expect.poll(() => existsSync(path('signals')), { timeout: 10_000 }).toBe(true)
      process.kill(processId, signal)
      expect(await status).toBe(5)
      expect(signals()).toBe(`${signal}\n`)
    },
  )

  test('gets SIGINT also when only npm gets it', async () => {
    const { processId, status } = await start()
    process.kill(processId, 'SIGINT')
    expect(await status).toBe(5)
    expect(signals()).toBe('SIGINT\n')
  })
})

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { isRunning } from './testing/is-running.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-prove-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('a proof that %s interrupts leaves no process and no folder behind', async (signal, status) => {
  const temporary = join(folder, 'temporary')
  mkdirSync(temporary)
  const executable = join(folder, 'electron')
  const running = join(folder, 'running')
  const lines = ['#!/bin/sh', 'sleep 300 &', `echo $! $$ > '${running}'`, 'wait']
  writeFileSync(executable, `${lines.join('\n')}\n`, { mode: 0o755 })
  const script = join(folder, 'prove.ts')
  writeFileSync(
    script,
    `import { proveRuntime } from ${JSON.stringify(join(import.meta.dirname, 'prove-runtime.ts'))}
     await proveRuntime({ executable: ${JSON.stringify(executable)}, environment: process.env, timeoutMilliseconds: 60_000 })`,
  )
  const child = spawn(process.execPath, [script], {
    stdio: 'inherit',
    env: { ...process.env, TMPDIR: temporary },
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  await expect
    .poll(() => existsSync(running) && readFileSync(running, 'utf8'), { timeout: 10_000 })
    .toMatch(/\n$/)
  expect(readdirSync(temporary)).toHaveLength(1)
  child.kill(signal)
  expect(await exited).toBe(status)
  for (const processId of readFileSync(running, 'utf8').split(' ').map(Number))
    await expect.poll(() => isRunning(processId)).toBe(false)
  expect(readdirSync(temporary)).toStrictEqual([])
})

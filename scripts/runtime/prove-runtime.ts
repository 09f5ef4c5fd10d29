import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { explainEnd } from './explain-end.ts'
import type { Verdict } from './verdict.ts'

const proofApp = join(import.meta.dirname, 'proof-app')
const outputLimit = 20_000

/**
 * Finds out whether `executable` shows windows here: starts a small app on it that does what Attune does at its start.
 * Takes at most `timeoutMilliseconds` and leaves nothing behind.
 */
export async function proveRuntime(options: {
  executable: string
  environment: NodeJS.ProcessEnv
  timeoutMilliseconds: number
}): Promise<Verdict> {
  const { executable, environment, timeoutMilliseconds } = options
  const folder = mkdtempSync(join(tmpdir(), 'attune-proof-'))
  try {
    const verdict = await runProof(executable, folder, environment, timeoutMilliseconds)
    return existsSync(join(folder, 'shown')) ? { works: true } : verdict
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function runProof(
  executable: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
  timeoutMilliseconds: number,
): Promise<Verdict> {
  const isWindows = process.platform === 'win32'
  return new Promise((resolve) => {
    // A process group of its own, so that the program's children end with it.
    const child = spawn(executable, [proofApp, `--user-data-dir=${folder}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !isWindows,
      env: environment,
    })
    let output = ''
    const note = (text: Buffer): void => {
      output = `${output}${text.toString()}`.slice(-outputLimit)
    }
    child.stdout.on('data', note)
    child.stderr.on('data', note)

    const finish = (verdict: Verdict): void => {
      clearTimeout(deadline)
      clearTimeout(lateWords)
      endGroup(child.pid, isWindows)
      child.stdout.destroy()
      child.stderr.destroy()
      resolve(verdict)
    }
    const deadline = setTimeout(() => {
      const seconds = Math.round(timeoutMilliseconds / 1_000)
      const reason = `showed no window within ${seconds} s`
      finish({ works: false, cause: 'time', reason, waitedMilliseconds: timeoutMilliseconds })
    }, timeoutMilliseconds)
    let lateWords: NodeJS.Timeout | undefined

    child.on('error', (cause) => {
      const startError = 'code' in cause ? String(cause.code) : cause.message
      finish(explainEnd({ output, code: null, signal: null, startError }))
    })
    child.on('close', (code, signal) => finish(explainEnd({ output, code, signal })))
    // A process that outlives the program may keep the output open, so the wait for its end is short.
    child.on('exit', (code, signal) => {
      lateWords = setTimeout(() => finish(explainEnd({ output, code, signal })), 500)
    })
  })
}

function endGroup(pid: number | undefined, isWindows: boolean): void {
  if (pid === undefined) return
  try {
    process.kill(isWindows ? pid : -pid, 'SIGKILL')
  } catch {
    // The whole group has ended already.
  }
}

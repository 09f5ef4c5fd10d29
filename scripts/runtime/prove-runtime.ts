import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'

import { explainEnd } from './explain-end.ts'
import type { Verdict } from './verdict.ts'

const proofApp = join(import.meta.dirname, 'proof-app')
const outputLimit = 20_000

/**
 * Finds out whether `executable` shows windows here: starts a small app on it that does what Attune does at its start.
 * Takes at most `timeoutMilliseconds` and leaves nothing behind, even if a signal ends this process meanwhile.
 */
export async function proveRuntime(options: {
  executable: string
  environment: NodeJS.ProcessEnv
  timeoutMilliseconds: number
}): Promise<Verdict> {
  const { executable, environment, timeoutMilliseconds } = options
  const folder = mkdtempSync(join(tmpdir(), 'attune-proof-'))
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.on('exit', removeFolder)
  try {
    const verdict = await runProof(executable, folder, environment, timeoutMilliseconds)
    return existsSync(join(folder, 'shown')) ? { works: true } : verdict
  } finally {
    process.off('exit', removeFolder)
    removeFolder()
  }
}

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Exits on a signal, because the default action would skip what other code does at the exit. */
function exitOnSignal(signal: NodeJS.Signals): void {
  process.exit(128 + constants.signals[signal])
}

function runProof(
  executable: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
  timeoutMilliseconds: number,
): Promise<Verdict> {
  const isWindows = process.platform === 'win32'
  return new Promise((resolve) => {
    // Before the start, because a signal that comes between the two would leave the program behind.
    for (const signal of endingSignals) process.on(signal, exitOnSignal)
    // A process group of its own, so that the program's children end with it.
    const child = spawn(executable, [proofApp, `--user-data-dir=${folder}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !isWindows,
      env: environment,
    })
    const end = (): void => endGroup(child.pid, isWindows)
    // Before the folder's removal, so that the program writes nothing into it afterwards.
    process.prependListener('exit', end)
    let output = ''
    const note = (text: Buffer): void => {
      output = `${output}${text.toString()}`.slice(-outputLimit)
    }
    child.stdout.on('data', note)
    child.stderr.on('data', note)

    const finish = (verdict: Verdict): void => {
      clearTimeout(deadline)
      clearTimeout(lateWords)
      process.off('exit', end)
      for (const signal of endingSignals) process.off(signal, exitOnSignal)
      end()
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

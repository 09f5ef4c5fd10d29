import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { repositoryFolder } from '../runtime/repository.ts'
import type { Line } from './child/perform.ts'

export const assetsFolder = join(repositoryFolder, 'assets')

/** What to run, with which bundle, and how to watch it or cut it off. */
export interface ChildRun {
  readonly child: string
  readonly scenario: string
  readonly folder: string
  readonly part?: 'before' | 'steps'
  readonly count: number
  /** The arguments of strace; without them the process runs without strace. */
  readonly strace?: readonly string[]
  /** Kills the process after this many milliseconds. */
  readonly killAfter?: number
}

/** How the process ended. */
export interface ChildEnd {
  /** How many steps were answered, in order. */
  readonly acknowledged: number
  readonly isClosed: boolean
  readonly refusals: readonly { readonly step: number; readonly code: string }[]
  readonly wasKilled: boolean
  /** The error output of a failure that is not in the contract. */
  readonly failure: string
}

/** Runs the process until it ends, by itself or killed. */
export function runChild(run: ChildRun): Promise<ChildEnd> {
  const { child: file, scenario, folder, part = 'steps', count, strace } = run
  const asked = [file, 'perform', assetsFolder, folder, scenario, part, String(count)]
  const command = strace ? 'strace' : process.execPath
  const given = strace ? ['-f', '-qq', ...strace, process.execPath, ...asked] : asked
  // strace counts the calls of each thread apart. With one thread for files in Node, “the third call” means the same in
  // every run, and a call that fails once does not fail again on the next thread.
  const env = strace ? { ...process.env, UV_THREADPOOL_SIZE: '1' } : process.env
  const child = spawn(command, given, { stdio: ['ignore', 'pipe', 'pipe'], env })
  const timer =
    run.killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), run.killAfter)
  let output = ''
  let failure = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (failure += text.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      const wasKilled = signal === 'SIGKILL' || code === 137
      resolve({
        ...readLines(output),
        wasKilled,
        failure: code === 0 || wasKilled ? '' : failure || `code ${code}`,
      })
    })
  })
}

function readLines(output: string): Pick<ChildEnd, 'acknowledged' | 'isClosed' | 'refusals'> {
  // The child writes lines of this type; an incomplete last line does not count.
  const lines = output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)
  return {
    acknowledged: lines.filter((line) => 'done' in line).length,
    isClosed: lines.some((line) => 'closed' in line),
    refusals: lines.flatMap((line) => ('refused' in line ? [{ step: line.refused, code: line.code }] : [])),
  }
}

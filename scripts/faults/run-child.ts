import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { repositoryFolder } from '../runtime/repository.ts'
import type { Line } from './child/perform.ts'

export const assetsFolder = join(repositoryFolder, 'assets')

/** What is to be done, by which bundle, and how it is watched or cut off. */
export interface ChildRun {
  readonly child: string
  readonly scenario: string
  readonly folder: string
  readonly part?: 'before' | 'steps'
  readonly count: number
  /** What strace is to do to it; without, it runs by itself. */
  readonly strace?: readonly string[]
  /** Kills it after this many milliseconds. */
  readonly killAfter?: number
}

/** What became of it. */
export interface ChildEnd {
  /** How many steps were answered, in order. */
  readonly acknowledged: number
  readonly isClosed: boolean
  readonly refusals: readonly { readonly step: number; readonly code: string }[]
  readonly wasKilled: boolean
  /** What it said of a failure that is none of the contract's. */
  readonly failure: string
}

/** Runs the performing process to its end, however that comes. */
export function runChild(run: ChildRun): Promise<ChildEnd> {
  const { child: file, scenario, folder, part = 'steps', count, strace } = run
  const asked = [file, 'perform', assetsFolder, folder, scenario, part, String(count)]
  const command = strace ? 'strace' : process.execPath
  const given = strace ? ['-f', '-qq', ...strace, process.execPath, ...asked] : asked
  const child = spawn(command, given, { stdio: ['ignore', 'pipe', 'pipe'] })
  const timer =
    run.killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), run.killAfter)
  let said = ''
  let failure = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  child.stderr.on('data', (text: Buffer) => (failure += text.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      const wasKilled = signal === 'SIGKILL' || code === 137
      resolve({
        ...readLines(said),
        wasKilled,
        failure: code === 0 || wasKilled ? '' : failure || `code ${code}`,
      })
    })
  })
}

function readLines(said: string): Pick<ChildEnd, 'acknowledged' | 'isClosed' | 'refusals'> {
  // The child's own lines, by the type it writes them in; one that was cut off was not said.
  const lines = said
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)
  return {
    acknowledged: lines.filter((line) => 'done' in line).length,
    isClosed: lines.some((line) => 'closed' in line),
    refusals: lines.flatMap((line) => ('refused' in line ? [{ step: line.refused, code: line.code }] : [])),
  }
}

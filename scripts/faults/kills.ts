import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Prepared } from './prepared.ts'
import { judge } from './judge.ts'
import { runChild } from './run-child.ts'

/** The system calls that change a file or folder, and the one that acknowledges a step. */
export const changingCalls = [
  'pwrite64',
  'write',
  'writev',
  'fsync',
  'fdatasync',
  'rename',
  'unlink',
  'ftruncate',
  'mkdir',
  'rmdir',
  'copy_file_range',
  'sendfile',
] as const

/** A place to cut off a run: when the process enters its n-th call of a kind. */
export interface Place {
  readonly call: (typeof changingCalls)[number]
  readonly nth: number
}

/** Every place at which a run of a scenario can be cut off, in no particular order. */
export async function placesIn(prepared: Prepared): Promise<Place[]> {
  const room = mkdtempSync(join(tmpdir(), 'attune-places-'))
  const log = join(room, 'log')
  const folder = prepared.freshFolder()
  const strace = ['-o', log, '-e', `trace=${changingCalls.join(',')}`]
  await runChild({ ...prepared, folder, count: prepared.stepCount, strace })
  const lines = readFileSync(log, 'utf8').split('\n')
  rmSync(room, { recursive: true })
  rmSync(join(folder, '..'), { recursive: true })
  // strace counts calls per thread, so the busiest thread gives the highest number.
  const threads = [...new Set(lines.map((line) => line.split(' ')[0] ?? ''))]
  return changingCalls.flatMap((call) => {
    const ofCall = lines.filter((line) => line.includes(` ${call}(`))
    const counts = threads.map((thread) => ofCall.filter((line) => line.startsWith(`${thread} `)).length)
    return Array.from({ length: Math.max(0, ...counts) }, (_, index) => ({ call, nth: index + 1 }))
  })
}

/** Whether a fault reached the run, and what is wrong with the vault afterwards; null if nothing is. */
export interface Tried {
  readonly wasHit: boolean
  readonly loss: string | null
}

/** Runs a scenario and kills it at one place. */
export async function killAt(prepared: Prepared, { call, nth }: Place): Promise<Tried> {
  const folder = prepared.freshFolder()
  const strace = ['-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${nth}`]
  const { acknowledged, wasKilled, failure } = await runChild({
    ...prepared,
    folder,
    count: prepared.stepCount,
    strace,
  })
  if (failure !== '') return { wasHit: wasKilled, loss: `${prepared.scenario} at ${call} ${nth}: ${failure}` }
  const loss = await judge(prepared, folder, acknowledged)
  return { wasHit: wasKilled, loss: loss && `${prepared.scenario} at ${call} ${nth}, ${loss}` }
}

/** Runs a scenario and kills it after a time, for systems without strace. */
export async function killAfter(prepared: Prepared, milliseconds: number): Promise<Tried> {
  const folder = prepared.freshFolder()
  const { acknowledged, wasKilled } = await runChild({
    ...prepared,
    folder,
    count: prepared.stepCount,
    killAfter: milliseconds,
  })
  const loss = await judge(prepared, folder, acknowledged)
  return { wasHit: wasKilled, loss: loss && `${prepared.scenario} after ${milliseconds} ms, ${loss}` }
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { judge } from './judge.ts'
import type { Tried } from './kills.ts'
import type { Prepared } from './prepared.ts'
import { runChild } from './run-child.ts'
import { bytesOf, traceOf, type Traced } from './power-cut/trace.ts'

/** The errors of a disk, and the codes that the user may then see. */
const failures = {
  ENOSPC: ['disk-full', 'disk-error'],
  EDQUOT: ['disk-full', 'disk-error'],
  EIO: ['disk-error'],
  EROFS: ['vault-read-only', 'place-read-only', 'disk-error'],
} as const
export type Failure = keyof typeof failures
const inTurn: readonly Failure[] = ['ENOSPC', 'EIO', 'EDQUOT', 'EROFS']

const failingCalls = ['pwrite64', 'write', 'fsync', 'rename', 'unlink', 'ftruncate'] as const

/** A call on the vault's files that fails once, and its error. */
export interface FailingPlace {
  readonly call: (typeof failingCalls)[number]
  readonly nth: number
  readonly failure: Failure
}

/** Every place at which a call of a scenario can fail; the places take the errors in turn. */
export async function failingPlacesIn(
  prepared: Prepared,
): Promise<{ names: string[]; places: FailingPlace[] }> {
  const { root, calls } = await traceOf(prepared)
  const names = touchedNames(root, calls)
  const places = failingCalls.flatMap((call) => {
    const ofKind = calls.filter(({ name }) => name === call)
    return ofKind.map((_, index) => ({
      call,
      nth: index + 1,
      failure: inTurn[index % inTurn.length] ?? 'EIO',
    }))
  })
  return { names, places }
}

/** The data folder and every path in it that a traced run touched. */
function touchedNames(root: string, calls: readonly Traced[]): string[] {
  const paths = calls.flatMap(({ given }) =>
    given
      .filter((argument) => argument.startsWith('"'))
      .map((argument) => bytesOf(argument).toString('utf8')),
  )
  return [...new Set(paths.filter((path) => path === root || path.startsWith(`${root}/`)))].map((path) =>
    path.slice(root.length),
  )
}

/**
 * Lets one call on the vault's files fail. The step must then be refused with a code and succeed on the next try, and
 * in the end everything must be there. `loss` is null if all of that holds.
 */
export async function failAt(
  prepared: Prepared,
  names: readonly string[],
  { call, nth, failure }: FailingPlace,
): Promise<Tried & { codes: readonly string[] }> {
  const folder = prepared.freshFolder()
  const room = mkdtempSync(join(tmpdir(), 'attune-failing-'))
  const log = join(room, 'log')
  const onlyOurs = names.flatMap((name) => ['-P', `${dirname(folder)}${name}`])
  const inject = `inject=${call}:error=${failure}:when=${nth}`
  // The child also writes to its output; all its other calls are on files, some with names of their own.
  const strace = ['-o', log, ...(call === 'write' ? onlyOurs : []), '-e', `trace=${call}`, '-e', inject]
  const end = await runChild({ ...prepared, folder, count: prepared.stepCount, strace })
  const wasHit = readFileSync(log, 'utf8').includes('(INJECTED)')
  rmSync(room, { recursive: true })
  const where = `${prepared.scenario}, ${failure} at ${call} ${nth}`
  const codes = end.refusals.map(({ code }) => code)
  const allowed: readonly string[] = [...failures[failure], failure]
  const surprise = codes.find((code) => !allowed.includes(code))
  if (end.failure !== '') return { wasHit, codes, loss: `${where}: ${end.failure}` }
  const lost = await judge(prepared, folder, end.acknowledged, { wasDisturbed: wasHit })
  const wrongCode = surprise === undefined ? null : `${where}: reported as ${surprise}`
  const incomplete =
    end.acknowledged < prepared.stepCount ? `${where}: did not succeed when tried again` : null
  return { wasHit, codes, loss: wrongCode ?? incomplete ?? (lost && `${where}: ${lost}`) }
}

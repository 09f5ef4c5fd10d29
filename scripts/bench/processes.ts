import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** What an app's processes are for. `vault` is its utility process; `system` all of the browser's own. */
export type ProcessKind = 'main' | 'vault' | 'page' | 'system'

/** An amount by kind of process. */
export type Use = ReadonlyMap<ProcessKind, number>

/** The processor time that a tree of processes has used, in milliseconds, at a moment in milliseconds since 1970. */
interface ProcessorSample {
  readonly at: number
  readonly used: Use
}

const millisecondsPerTick = 10

/** The sum over all kinds of process. */
export function totalOf(use: Use): number {
  return [...use.values()].reduce((sum, amount) => sum + amount, 0)
}

/** The private memory in MB of a process and its descendants, which their end frees. */
export function privateMegabytes(root: number): Use {
  return sumByKind(descendants(root), (pid) => {
    const rollup = read(`/proc/${pid}/smaps_rollup`)
    const sizes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)]
    return sizes.reduce((sum, [, kibibytes]) => sum + Number(kibibytes), 0) / 1_024
  })
}

/** Samples the processor time of a process's descendants, from zero, until it is stopped. */
export function watchProcessor(root: number): {
  /** Stops once a sample is later than the moment. */
  readonly stopAfter: (moment: number) => Promise<readonly ProcessorSample[]>
} {
  const samples: ProcessorSample[] = []
  const look = (): void => {
    samples.push({ at: performance.timeOrigin + performance.now(), used: processorMilliseconds(root) })
  }
  look()
  const looking = setInterval(look, 20)
  return {
    stopAfter: async (moment) => {
      while ((samples.at(-1)?.at ?? 0) < moment) await wait(20)
      clearInterval(looking)
      return samples
    },
  }
}

/** The processor time used from the first sample to a moment, interpolated between the samples around it. */
export function usedAt(samples: readonly ProcessorSample[], at: number): Use {
  const after = samples.findIndex((sample) => sample.at >= at)
  const [first, before, next] = [samples[0], samples[after - 1], samples[after]]
  if (!first || !before || !next) throw new Error('no sample was taken around that moment')
  const share = (at - before.at) / (next.at - before.at)
  return new Map(
    [...next.used].map(([kind, used]) => {
      const earlier = before.used.get(kind) ?? 0
      return [kind, earlier + (used - earlier) * share - (first.used.get(kind) ?? 0)]
    }),
  )
}

/** The processor time of all descendants of a process, including those that have ended, in milliseconds. */
export function processorMilliseconds(root: number): Use {
  const below = descendants(root).filter((pid) => pid !== root)
  return sumByKind(below, (pid) => {
    // utime and stime, and cutime and cstime of children that have ended.
    const fields = statOf(pid).slice(11, 15)
    return fields.reduce((sum, field) => sum + Number(field), 0) * millisecondsPerTick
  })
}

function sumByKind(pids: readonly number[], amountOf: (pid: number) => number): Use {
  const sums = new Map<ProcessKind, number>()
  for (const pid of pids) {
    const kind = kindOf(read(`/proc/${pid}/cmdline`))
    sums.set(kind, (sums.get(kind) ?? 0) + amountOf(pid))
  }
  return sums
}

/** The runtimes start the same processes differently. */
function kindOf(commandLine: string): ProcessKind {
  if (/vault-process|idle\.mjs|NodeService/.test(commandLine)) return 'vault'
  if (commandLine.includes('--type=renderer')) return 'page'
  if (/--type=|--user-data-dir=\S*chromium-shell/.test(commandLine)) return 'system'
  return 'main'
}

/** The ids of those processes of an app that are of this kind. */
export function processesOf(root: number, kind: ProcessKind): number[] {
  return descendants(root).filter((pid) => kindOf(read(`/proc/${pid}/cmdline`)) === kind)
}

/** The ids of a process and its descendants. */
export function descendants(root: number): number[] {
  // Only Linux has /proc.
  if (!existsSync('/proc/self/stat')) return []
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), Number(statOf(Number(name))[1]))
  }
  const found = [root]
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child)
  return found
}

/** The fields of a process in /proc from its state on: state, parent, and so on. The name before may contain spaces. */
function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

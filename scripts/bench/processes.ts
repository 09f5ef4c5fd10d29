import { existsSync, readFileSync, readdirSync } from 'node:fs'

/** The processor time that a tree of processes has used, in milliseconds, at a moment in milliseconds since 1970. */
export interface ProcessorSample {
  readonly at: number
  readonly used: number
}

const millisecondsPerTick = 10

/** The ids of a process and its descendants. */
export function descendants(root: number): number[] {
  // Only Linux has /proc.
  if (!existsSync('/proc')) return []
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const [, parent] = statOf(Number(name))
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const found = [root]
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child)
  return found
}

/** The private memory of a process in MB, which its end frees. */
export function privateMegabytes(pid: number): number {
  const rollup = read(`/proc/${pid}/smaps_rollup`)
  const sizes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)]
  return sizes.reduce((sum, [, kibibytes]) => sum + Number(kibibytes), 0) / 1_024
}

/** The descendant of a process whose command line contains a word, such as its file. */
export function findProcess(root: number, word: string): number | undefined {
  return descendants(root).find((pid) => read(`/proc/${pid}/cmdline`).includes(word))
}

/** The processor time of a process and all its descendants, including those that have ended. */
export function processorMilliseconds(root: number): number {
  const below = descendants(root).filter((pid) => pid !== root)
  return below.reduce((sum, pid) => {
    const [, , ...rest] = statOf(pid)
    // utime and stime, and cutime and cstime of children that have ended.
    const ticks = rest.slice(9, 13).reduce((total, field) => total + Number(field), 0)
    return sum + ticks * millisecondsPerTick
  }, 0)
}

/** Samples the processor time repeatedly until it is stopped. */
export function watchProcessor(root: number): { readonly stop: () => readonly ProcessorSample[] } {
  const samples: ProcessorSample[] = []
  const look = (): void => {
    samples.push({ at: performance.timeOrigin + performance.now(), used: processorMilliseconds(root) })
  }
  look()
  const looking = setInterval(look, 20)
  return {
    stop: () => {
      clearInterval(looking)
      return samples
    },
  }
}

/** The processor time at a moment, interpolated between the samples before and after it. */
export function usedAt(samples: readonly ProcessorSample[], at: number): number {
  const after = samples.findIndex((sample) => sample.at >= at)
  const [before, next] = [samples[after - 1], samples[after]]
  if (!before || !next) throw new Error('nobody was looking at that moment')
  return before.used + ((next.used - before.used) * (at - before.at)) / (next.at - before.at)
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

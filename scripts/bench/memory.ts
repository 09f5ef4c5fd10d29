import { readFileSync, readdirSync } from 'node:fs'

/**
 * The memory of a process and all it started, in MB: proportional set size, in which shared pages count once.
 * Linux only; null elsewhere.
 */
export function memoryOfTree(root: number): number | null {
  if (process.platform !== 'linux') return null
  const kibibytes = descendants(root).reduce((sum, pid) => sum + proportionalKibibytes(pid), 0)
  return kibibytes / 1_024
}

/** A process and all that it started, directly or not. */
export function descendants(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = read(`/proc/${name}/stat`)
    // The name in parentheses may hold spaces; what follows it is state and parent.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    parents.set(Number(name), parent)
  }
  const found = [root]
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child)
  return found
}

function proportionalKibibytes(pid: number): number {
  const line = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))
  return Number(line?.[1] ?? 0)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

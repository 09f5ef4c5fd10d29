import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { descendants, processesOf, type ProcessKind } from '../bench/processes.ts'

const chunkBytes = 16 * 1024 * 1024

/** The process and those of its descendants that have these bytes in memory. Linux only. */
export function holdersOf(root: number, wanted: Buffer): number[] {
  return descendants(root).filter((pid) => heldIn(pid, [wanted]).length > 0)
}

/** Which of these bytes the processes of these kinds have in memory: the names, sorted. Linux only. */
export function namesHeld(
  root: number,
  kinds: readonly ProcessKind[],
  wanted: Readonly<Record<string, readonly Buffer[]>>,
): string[] {
  const all = Object.entries(wanted).flatMap(([name, spelled]) => spelled.map((bytes) => ({ name, bytes })))
  const names = kinds
    .flatMap((kind) => processesOf(root, kind))
    .flatMap((pid) => {
      const found = heldIn(
        pid,
        all.map(({ bytes }) => bytes),
      )
      return all.filter(({ bytes }) => found.includes(bytes)).map(({ name }) => name)
    })
  return [...new Set(names)].toSorted()
}

/** Those of the wanted bytes that are in the writable memory of a process. */
function heldIn(pid: number, wanted: readonly Buffer[]): Buffer[] {
  let memory: number
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r')
  } catch {
    // The process has ended in the meantime.
    return []
  }
  const chunk = Buffer.alloc(chunkBytes)
  const longest = Math.max(...wanted.map(({ length }) => length))
  const found = new Set<Buffer>()
  try {
    for (const [from, to] of writableRanges(pid))
      for (let at = from; at < to; at += chunkBytes - longest) {
        const read = chunk.subarray(0, readAt(memory, chunk, at, Math.min(chunkBytes, to - at)))
        for (const bytes of wanted) if (!found.has(bytes) && read.includes(bytes)) found.add(bytes)
        if (found.size === wanted.length) return [...found]
      }
    return [...found]
  } finally {
    closeSync(memory)
  }
}

function writableRanges(pid: number): [from: number, to: number][] {
  const lines = readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
    return from && to ? [[Number.parseInt(from, 16), Number.parseInt(to, 16)]] : []
  })
}

function readAt(memory: number, chunk: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, chunk, 0, length, at)
  } catch {
    // A range without pages can't be read, and contains nothing.
    return 0
  }
}

import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { descendants } from '../bench/processes.ts'

const chunkBytes = 16 * 1024 * 1024

/** The process and those of its descendants that have these bytes in memory. Linux only. */
export function holdersOf(root: number, wanted: Buffer): number[] {
  return descendants(root).filter((pid) => memoryHolds(pid, wanted))
}

/** Whether the writable memory of a process contains these bytes. */
function memoryHolds(pid: number, wanted: Buffer): boolean {
  let memory: number
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r')
  } catch {
    // The process has ended in the meantime.
    return false
  }
  const chunk = Buffer.alloc(chunkBytes)
  try {
    return writableRanges(pid).some(([from, to]) => {
      for (let at = from; at < to; at += chunkBytes - wanted.length) {
        const length = readAt(memory, chunk, at, Math.min(chunkBytes, to - at))
        if (length > 0 && chunk.subarray(0, length).includes(wanted)) return true
      }
      return false
    })
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

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Prepared } from '../prepared.ts'
import { runChild } from '../run-child.ts'

/** A system call as strace wrote it: its name, arguments and result. */
export interface Traced {
  readonly name: string
  readonly given: readonly string[]
  readonly result: number
}

/** Every call that can change a file or folder. A call that the disk model doesn't know stops the run. */
const watched =
  'open,openat,openat2,creat,close,dup,dup2,dup3,mkdir,mkdirat,rmdir,' +
  'write,writev,pwrite64,pwritev,pwritev2,lseek,truncate,ftruncate,fallocate,' +
  'fsync,fdatasync,sync,syncfs,sync_file_range,msync,' +
  'rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat,' +
  'copy_file_range,sendfile,splice,io_uring_enter'

/** Runs a scenario once, undisturbed, and returns its calls on files in order, and its data folder. */
export async function traceOf(prepared: Prepared): Promise<{ root: string; calls: Traced[] }> {
  const room = mkdtempSync(join(tmpdir(), 'attune-trace-'))
  const folder = prepared.freshFolder()
  // strace writes one file per thread, so that no line is torn; the timestamps restore the order.
  const timed = ['-ff', '-ttt', '-xx', '-s', '16777216', '-o', join(room, 'log')]
  const strace = [...timed, '-e', `trace=${watched}`]
  try {
    const { isClosed, failure } = await runChild({ ...prepared, folder, count: prepared.stepCount, strace })
    if (!isClosed) throw new Error(`the traced run failed: ${failure}`)
    const logs = readdirSync(room).map((name) => readFileSync(join(room, name), 'latin1'))
    return { root: dirname(folder), calls: readCalls(logs.join('')) }
  } finally {
    rmSync(room, { recursive: true })
    rmSync(dirname(folder), { recursive: true })
  }
}

/** Reads the lines of traces written with `-ttt -xx`, sorted by time. */
export function readCalls(log: string): Traced[] {
  const calls = log.split('\n').flatMap((line) => {
    const [, moment, name, given, result] = /^([\d.]+) (\w+)\((.*)\)\s+= (-?\d+)/.exec(line) ?? []
    if (moment === undefined || name === undefined || given === undefined || result === undefined) return []
    return [{ moment: Number(moment), name, given: given.split(', '), result: Number(result) }]
  })
  return calls.toSorted((a, b) => a.moment - b.moment)
}

/** The bytes of a string in the format of `-xx`. */
export function bytesOf(written: string): Buffer {
  return Buffer.from(written.replaceAll('"', '').replaceAll('\\x', ''), 'hex')
}

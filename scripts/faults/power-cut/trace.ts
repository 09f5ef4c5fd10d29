import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Prepared } from '../prepared.ts'
import { runChild } from '../run-child.ts'

/** A system call as strace wrote it: its name, what it was given, and what it answered. */
export interface Traced {
  readonly name: string
  readonly given: readonly string[]
  readonly result: number
}

/** Every call that can change a file or a folder; one that the model of the disk doesn't know stops the run. */
const watched =
  'open,openat,openat2,creat,close,dup,dup2,dup3,mkdir,mkdirat,rmdir,' +
  'write,writev,pwrite64,pwritev,pwritev2,lseek,truncate,ftruncate,fallocate,' +
  'fsync,fdatasync,sync,syncfs,sync_file_range,msync,' +
  'rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat,' +
  'copy_file_range,sendfile,splice,io_uring_enter'

/** Runs a scenario once, undisturbed, and gives all it did to files, in order, with the vault's folder it did it in. */
export async function traceOf(prepared: Prepared): Promise<{ folder: string; calls: Traced[] }> {
  const room = mkdtempSync(join(tmpdir(), 'attune-trace-'))
  const folder = prepared.freshFolder()
  // One file for each thread: the vault works in one, whose calls are then in their order.
  const strace = ['-ff', '-xx', '-s', '16777216', '-o', join(room, 'log'), '-e', `trace=${watched}`]
  try {
    const { isClosed, failure } = await runChild({ ...prepared, folder, count: prepared.stepCount, strace })
    if (!isClosed) throw new Error(`the traced run failed: ${failure}`)
    const logs = readdirSync(room).map((name) => readFileSync(join(room, name), 'latin1'))
    const hex = asHex(folder)
    const ofVault = logs.filter((log) => log.includes(hex))
    if (ofVault.length !== 1) throw new Error('more than one thread works on the vault’s files')
    return { folder, calls: readCalls(ofVault[0] ?? '') }
  } finally {
    rmSync(room, { recursive: true })
    rmSync(join(folder, '..'), { recursive: true })
  }
}

function asHex(text: string): string {
  return [...Buffer.from(text, 'utf8')].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
}

/** Reads the lines of a trace that was written with `-xx`: every text in it is hexadecimal. */
export function readCalls(log: string): Traced[] {
  return log.split('\n').flatMap((line) => {
    const [, name, given, result] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(line) ?? []
    if (name === undefined || given === undefined || result === undefined) return []
    return [{ name, given: given.split(', '), result: Number(result) }]
  })
}

/** The bytes of a text as `-xx` writes it. */
export function bytesOf(written: string): Buffer {
  return Buffer.from(written.replaceAll('"', '').replaceAll('\\x', ''), 'hex')
}

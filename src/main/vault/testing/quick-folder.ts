import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const inMemory = '/dev/shm'
const enoughBytes = 2 * 1024 ** 3

/**
 * The folder for what tests write: in memory if this system has plenty of room there, because SQLite syncs every
 * change, and tests would spend their time waiting for the disk; else the system's folder for temporary files.
 */
export function quickFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(inMemory)
    accessSync(inMemory, constants.W_OK)
    return bavail * bsize >= enoughBytes ? inMemory : tmpdir()
  } catch {
    return tmpdir()
  }
}

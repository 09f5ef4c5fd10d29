import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const inMemory = '/dev/shm'
const enoughBytes = 2 * 1024 ** 3

/**
 * Creates a folder that is removed after the test. It is in memory if this system has plenty of room there, because
 * SQLite syncs every change, and most tests would spend their time waiting for the disk.
 */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(hasRoomInMemory() ? inMemory : tmpdir(), 'attune-test-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

function hasRoomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(inMemory)
    accessSync(inMemory, constants.W_OK)
    return bavail * bsize >= enoughBytes
  } catch {
    return false
  }
}

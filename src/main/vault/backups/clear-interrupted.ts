import { rmSync } from 'node:fs'
import { defaultBackupFolder, listContentFiles, stagingFolder } from '../inventory/content-files.ts'

/**
 * Deletes copies of a vault that an ended process left half-made in Attune's own folders: backups that were opened to be
 * restored, and unfinished backups. Only for a moment when this process opens and makes none. The next backup in a
 * chosen folder clears that one.
 */
export function clearInterrupted(vaultFolder: string): void {
  const folders = [{ kind: 'default', folder: defaultBackupFolder(vaultFolder) }] as const
  const { files } = listContentFiles(vaultFolder, folders)
  const interrupted = files.filter(({ kind }) => kind === 'staged' || kind === 'partial')
  for (const path of [...interrupted.map((file) => file.path), stagingFolder(vaultFolder)]) remove(path)
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // The file is encrypted. An erasure names what it can't delete.
  }
}

import { removeIfThere } from '../files/write-durably.ts'
import { defaultBackupFolder, listContentFiles } from '../inventory/content-files.ts'
import { removeStaging } from './staging.ts'

/**
 * Deletes copies of a vault that an ended process left half-made in Attune's own folders: backups that were opened to be
 * restored, and unfinished backups. Only for a moment when this process opens and makes none. The next backup in a
 * chosen folder clears that one.
 */
export function clearInterrupted(vaultFolder: string): void {
  const folders = [{ kind: 'default', folder: defaultBackupFolder(vaultFolder) }] as const
  const { files } = listContentFiles(vaultFolder, folders)
  const interrupted = files.filter(({ kind }) => kind === 'staged' || kind === 'partial')
  for (const { path } of interrupted) whereAllowed(() => removeIfThere(path))
  whereAllowed(() => removeStaging(vaultFolder))
}

function whereAllowed(remove: () => void): void {
  try {
    remove()
  } catch {
    // The file is encrypted. An erasure names what it can't delete.
  }
}

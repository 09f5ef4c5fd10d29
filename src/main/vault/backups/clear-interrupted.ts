import { removeIfThere } from '../files/write-durably.ts'
import { defaultBackupFolder, isOthersFolder, listContentFiles } from '../inventory/content-files.ts'
import { isAbandoned } from '../inventory/is-abandoned.ts'
import { removeStaging } from './staging.ts'

/**
 * Deletes copies of a vault that an ended process left half-made in Attune's own folders: backups that were opened to be
 * restored, and unfinished backups. Only for a moment when this process opens and makes none. A backup in a
 * chosen folder clears that one of what is older than a day.
 */
export function clearInterrupted(vaultFolder: string): void {
  const folders = [{ kind: 'default', folder: defaultBackupFolder(vaultFolder) }] as const
  const { files } = listContentFiles(vaultFolder, folders)
  const isOthers = isOthersFolder('default', defaultBackupFolder(vaultFolder))
  const interrupted = files.filter(
    ({ kind, path }) => kind === 'staged' || (kind === 'partial' && isAbandoned(path, isOthers)),
  )
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

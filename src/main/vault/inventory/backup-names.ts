/** The ending of every backup. */
export const backupExtension = '.attunebackup'

const namePattern = /^attune-[0-9a-f]{8}-\d{8}T\d{6}Z-\d{1,16}(-\d{1,3})?\.attunebackup$/

/** Whether Attune would give this name. Names come back from the page and lead to files, so they are checked. */
export function isBackupName(name: string): boolean {
  return namePattern.test(name)
}

/**
 * The name of a new backup: a short form of the vault's id, the UTC time, and the count of changes. Reveals no content.
 */
export function backupName(
  vaultId: string,
  createdAt: Date,
  sequence: number,
  isTaken: (name: string) => boolean,
): string {
  const moment = `${createdAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const stem = `attune-${vaultId.slice(0, 8)}-${moment}-${sequence}`
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}${backupExtension}`
    if (!isTaken(name)) return name
  }
}

const partialPattern = /^\.attune-[0-9a-f]{16}\.(part|part-db|part-db-journal)$/

/** Whether a name belongs to a half-written file, which is useless once its process has ended. */
export function isPartialName(name: string): boolean {
  return partialPattern.test(name)
}

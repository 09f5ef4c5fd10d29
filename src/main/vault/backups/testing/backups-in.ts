import { readdirSync } from 'node:fs'
import { isBackupName } from '../../inventory/backup-names.ts'

/** The names of the backups in a folder, sorted. */
export const backupsIn = (folder: string) => readdirSync(folder).filter(isBackupName).toSorted()

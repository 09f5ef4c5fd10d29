import { z } from 'zod'
import { AppError } from '#shared/contract/result.ts'
import { changeUncounted } from '../database/change.ts'
import { isOutdated } from '../database/open-database.ts'
import { createVaultSettingsRepository } from '../records/vault-settings.repository.ts'
import type { BackedUpVault } from './backed-up-vault.ts'
import { folderSchema, withLostFolders, type BackupSettingsFile } from './backup-settings.ts'

const setting = 'backup-folders'
const rememberedSchema = z.strictObject({
  chosen: folderSchema.nullable(),
  earlier: z.array(folderSchema),
})
type Remembered = z.output<typeof rememberedSchema>

const none: Remembered = { chosen: null, earlier: [] }

/**
 * Keeps the folders for backups in the vault as well as in the file beside the backups. If the file no longer names a
 * folder that the vault remembers, the folder counts as one that was chosen before, so an erasure looks there; if it was
 * the one in use, the settings say so. A file or a vault that takes no change now is left as it is.
 */
export function matchFolders(settings: BackupSettingsFile, { db }: Pick<BackedUpVault, 'db'>): void {
  if (isOutdated(db)) return
  const inVault = createVaultSettingsRepository(db)
  const remembered = rememberedSchema.catch(none).parse(inVault.get(setting))
  try {
    const { chosenFolder, earlierFolders } = settings.get()
    const named = new Set([chosenFolder, ...earlierFolders])
    const isLost = (folder: string) => !named.has(folder)
    const inUse = remembered.chosen !== null && isLost(remembered.chosen) ? remembered.chosen : null
    const earlier = remembered.earlier.filter(isLost)
    if (inUse !== null || earlier.length > 0)
      settings.update((before, at) => withLostFolders(before, { inUse, earlier, at }))
    const now = settings.get()
    const next: Remembered = { chosen: now.chosenFolder, earlier: now.earlierFolders }
    if (JSON.stringify(next) === JSON.stringify(remembered)) return
    changeUncounted(db, () => inVault.put(setting, next))
  } catch (cause) {
    // The folders are matched again at the next unlock or backup.
    if (!(cause instanceof AppError) && !isOfSystem(cause)) throw cause
  }
}

const isOfSystem = (cause: unknown): boolean => cause instanceof Error && 'syscall' in cause

import type Database from 'better-sqlite3'
import { z } from 'zod'
import { createVaultSettingsRepository, type VaultSettingsRepository } from './vault-settings.repository.ts'

/** The setting that is on after a client's erasure until the file has been rewritten without its freed space. */
export const unfinishedErasure = 'unfinished-erasure'

/** The setting that names the folders whose copies may still hold a client who was erased. */
const unfinishedFolders = 'unfinished-erasure-folders'
const foldersSchema = z.array(z.string()).catch([])

/** The folders with copies from which erased clients are still to be removed. */
export function foldersToFinish(settings: VaultSettingsRepository): string[] {
  return foldersSchema.parse(settings.get(unfinishedFolders))
}

/** Stores the folders with copies from which erased clients are still to be removed. */
export function putFoldersToFinish(settings: VaultSettingsRepository, folders: readonly string[]): void {
  settings.put(unfinishedFolders, folders)
}

/** The setting that names the folders no longer used for backups whose copies hold no erased client. */
const cleanFormerFolders = 'erased-in-former-folders'

/** The folders no longer used for backups from whose copies all erased clients were removed. */
export function formerFoldersWithCleanCopies(settings: VaultSettingsRepository): string[] {
  return foldersSchema.parse(settings.get(cleanFormerFolders))
}

/** Stores the folders no longer used for backups from whose copies all erased clients were removed. */
export function putFormerFoldersWithCleanCopies(
  settings: VaultSettingsRepository,
  folders: readonly string[],
): void {
  settings.put(cleanFormerFolders, folders)
}

/** The setting that names the line of states in which erased clients were last removed from the copies. */
const lineOfCopies = 'erased-in-copies-of-line'

/** The line of states in which erased clients were last removed from the copies; null for the vault's first line. */
export function lineWithCleanCopies(settings: VaultSettingsRepository): string | null {
  return z.string().nullable().catch(null).parse(settings.get(lineOfCopies))
}

/** Stores that the copies hold no erased client in this line of states. */
export function putLineWithCleanCopies(settings: VaultSettingsRepository, line: string | null): void {
  settings.put(lineOfCopies, line)
}

/** The setting with the marks of the copies that hold no erased client. */
const cleanCopies = 'erased-in-copies'

/** Marks of the copies from which all erased clients were removed. */
export function marksOfCleanCopies(settings: VaultSettingsRepository): string[] {
  return z.array(z.string()).catch([]).parse(settings.get(cleanCopies))
}

/** Stores the marks of the copies that hold no erased client. */
export function putMarksOfCleanCopies(settings: VaultSettingsRepository, marks: readonly string[]): void {
  settings.put(cleanCopies, marks)
}

/** Whether the file may still hold erased data in unused space. */
export function isErasureUnfinished(db: Database.Database): boolean {
  return createVaultSettingsRepository(db).get(unfinishedErasure) === true
}

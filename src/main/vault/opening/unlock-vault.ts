import { marks } from '#shared/marks/marks.ts'
import { join } from 'node:path'
import { AppError } from '#shared/contract/result.ts'
import { digestOfFile } from '../database/file-digest.ts'
import { keepToOwner } from '../files/own-folder.ts'
import { withStorageFailures } from '../files/sqlite-failure.ts'
import { headerVersion } from '../keys/header.ts'
import { readHeaders } from '../keys/header-files.ts'
import { createHeaderKeeper } from '../keys/header-keeper.ts'
import { unwrapHeader, type Secret } from '../keys/unwrap-header.ts'
import { createOpenVault, type OpenVault } from './open-vault.ts'
import { noBackups, type KnownBackups } from './known-backups.ts'
import { prepareDatabase } from './prepare-database.ts'

/** Opens the vault in a folder by its passphrase; see `unlockVaultBy`. */
export function unlockVault(
  folder: string,
  passphrase: Uint8Array,
  backups?: KnownBackups,
): Promise<OpenVault> {
  return unlockVaultBy(folder, { kind: 'passphrase', passphrase }, backups)
}

/**
 * Opens the vault in a folder by its passphrase or its recovery key.
 *
 * Throws the errors of `unwrapHeader` if no key can be unwrapped, otherwise those of `openDatabase`: an unwrapped key
 * is the right one, so any later failure is about the file.
 */
export async function unlockVaultBy(
  folder: string,
  secret: Secret,
  backups: KnownBackups = noBackups,
): Promise<OpenVault> {
  const found = withStorageFailures(() => readHeaders(folder))
  if (found.presence === 'none') throw new AppError('vault-missing')
  if (found.presence === 'damaged') throw new AppError(found.code)
  if (found.presence === 'newer') throw new AppError('vault-newer')
  // Reading the file needs no key, so it goes on beside the derivation.
  const sealed = found.headers.find((one) => one.version === headerVersion && one.databaseSeal !== 'open')
  const digesting = sealed ? digestOfFile(join(folder, sealed.dbFile)) : Promise.resolve(null)
  const { header, vaultKey } = await unwrapHeader(found.headers, secret, found.newer)
  performance.mark(marks.keyUnwrapped)
  withStorageFailures(() => keepToOwner(folder))
  const keeper = createHeaderKeeper(folder, header, found, vaultKey)
  try {
    const digest = sealed?.dbFile === header.dbFile ? await digesting : null
    const opened = await prepareDatabase({ keeper, vaultKey, found: found.headers, backups, digest })
    return createOpenVault({ ...opened, keeper, vaultKey, openedBy: secret.kind })
  } catch (cause) {
    vaultKey.fill(0)
    throw cause
  }
}

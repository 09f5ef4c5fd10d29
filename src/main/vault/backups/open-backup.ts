import type { BackupSecret } from '#shared/contract/operations/backups.ts'
import { AppError } from '#shared/contract/result.ts'
import { migrations } from '../database/migrations/migrations.ts'
import { withDerivedKey } from '../keys/derive-key.ts'
import type { Header } from '../keys/header.ts'
import { recoveryKeyIn } from '../keys/recovery-key-in.ts'
import { unwrapHeader, type Secret } from '../keys/unwrap-header.ts'
import type { OpenVault } from '../opening/open-vault.ts'
import { readContainer, type SoundContainer } from './container.ts'
import { openFacts } from './container-head.ts'

/** Keys for a backup: the open vault's own, or unwrapped from the backup's keyslots. */
export type BackupKeys =
  | { readonly kind: 'present'; readonly vault: OpenVault }
  | {
      readonly kind: 'own'
      readonly header: Header
      readonly vaultKey: Buffer
      readonly openedBy: Secret['kind']
    }

/** Reads a backup's head. Throws `backup-not-ours`, `backup-newer` or `backup-damaged`. */
export async function readBackup(path: string): Promise<SoundContainer> {
  const read = await readContainer(path)
  if (read.kind === 'foreign') throw new AppError('backup-not-ours')
  if (read.kind === 'damaged') throw new AppError('backup-damaged')
  const newest = migrations.at(-1)?.version ?? 0
  if (read.kind === 'newer' || read.head.schemaVersion > newest) throw new AppError('backup-newer')
  return read
}

/**
 * Finds a backup's keys. Throws `backup-needs-secret` if the open vault has other keys, and the errors of unwrapping if
 * the passphrase or recovery key is wrong.
 */
export async function findKeys(
  { head }: SoundContainer,
  secret: BackupSecret,
  opened: OpenVault | null,
): Promise<BackupKeys> {
  if (secret.kind === 'present') {
    const isSameKey = opened?.withKey('backup-mac', (key) => openFacts(head, key)) ?? null
    if (!opened || !isSameKey) throw new AppError('backup-needs-secret')
    return { kind: 'present', vault: opened }
  }
  const given: Secret =
    secret.kind === 'passphrase' ? secret : { kind: 'recovery-key', key: recoveryKeyIn(secret.recoveryKey) }
  try {
    const { header, vaultKey } = await unwrapHeader([head.vault], given)
    return { kind: 'own', header, vaultKey, openedBy: given.kind }
  } finally {
    if (given.kind === 'recovery-key') given.key.fill(0)
  }
}

/** Derives one of a backup's keys and passes it to `use`. */
export function withBackupKey<T>(
  keys: BackupKeys,
  purpose: 'backup-mac' | 'database',
  use: (key: Buffer) => T,
): T {
  return keys.kind === 'present'
    ? keys.vault.withKey(purpose, use)
    : withDerivedKey(keys.vaultKey, purpose, use)
}

/** Wipes the key if only this backup needed it. */
export function forgetKeys(keys: BackupKeys): void {
  if (keys.kind === 'own') keys.vaultKey.fill(0)
}

import { canonicalJson } from '#shared/json/canonical-json.ts'
import { sequenceOf } from '../database/change.ts'
import { lineageOfVault, type BackedUpVault } from './backed-up-vault.ts'
import { lineageOfHead, openFacts, reasonOf, type BackupFacts, type Head } from './container-head.ts'
import type { FoundBackup, PlaceContent } from './places.ts'
import type { RotatedBackup } from './rotation.ts'

/** A backup whose head the vault's key vouches for. Its body may have been damaged since it was last read. */
export interface GenuineBackup extends RotatedBackup {
  readonly found: FoundBackup
  readonly path: string
  readonly head: Head
  readonly facts: BackupFacts
}

/** The facts of a backup of this vault; null if the vault's key doesn't vouch for the head. */
export function factsUnder(vault: Pick<BackedUpVault, 'header' | 'withKey'>, head: Head): BackupFacts | null {
  if (head.vault.vaultId !== vault.header().vaultId) return null
  return vault.withKey('backup-mac', (key) => openFacts(head, key))
}

/**
 * The backups in a place whose heads the vault's key vouches for. Anybody can write a head without the key, so no other
 * file may delete, delay or outrank a backup.
 */
export function genuineIn(
  vault: Pick<BackedUpVault, 'header' | 'withKey'>,
  content: PlaceContent,
): GenuineBackup[] {
  if (content.state !== 'ready') return []
  return content.backups.flatMap((found) => {
    const { name, path, read } = found
    const facts = read.kind === 'backup' ? factsUnder(vault, read.head) : null
    if (read.kind !== 'backup' || !facts) return []
    const { head } = read
    const { sequence, createdAt, zone } = head
    const lineage = lineageOfHead(head)
    return [{ found, name, path, head, facts, sequence, createdAt, zone, lineage, reason: reasonOf(head) }]
  })
}

/** Whether a genuine backup holds exactly the vault's current content and keyslots. */
export function isOfPresent(head: Head, vault: BackedUpVault): boolean {
  return (
    head.sequence === sequenceOf(vault.db) &&
    lineageOfHead(head) === lineageOfVault(vault) &&
    head.schemaVersion === Number(vault.db.pragma('user_version', { simple: true })) &&
    canonicalJson(head.vault.slots) === canonicalJson(vault.header().slots)
  )
}

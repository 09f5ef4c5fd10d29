import { existsSync } from 'node:fs'
import type { BackupItem, BackupPlace } from '#shared/contract/operations/backups.ts'
import { reasonOf, type BackupFacts, type Head } from './container-head.ts'
import { factsUnder } from './genuine-backups.ts'
import type { BackedUpVault } from './backed-up-vault.ts'
import type { FoundBackup, Place, PlaceContent } from './places.ts'
import { compareNewestFirst } from './rotation.ts'

/** The state of a place, as the user sees it. */
export function stateOf({ kind, folder }: Place, content: PlaceContent): BackupPlace['state'] {
  if (content.state === 'missing')
    return kind === 'default' && !existsSync(folder) ? 'not-made-yet' : 'missing'
  if (content.state !== 'ready') return 'unreadable'
  return content.isWritable ? 'ready' : 'read-only'
}

/** A backup as the user sees it. `vault` is null while it is locked. */
export function itemOf(
  { place, name, bytes, read }: FoundBackup,
  vault: BackedUpVault | null,
  isRotted: boolean,
): BackupItem {
  const id = { place: place.kind, name }
  if (read.kind !== 'backup') {
    const state = read.kind === 'newer' ? 'newer' : 'damaged'
    return { id, state, bytes, createdAt: null, zone: null, holdings: null, reason: null }
  }
  const { createdAt, zone } = read.head
  return { id, bytes, createdAt, zone, ...judge(read.head, vault, isRotted) }
}

function judge(
  head: Head,
  vault: BackedUpVault | null,
  isRotted: boolean,
): Pick<BackupItem, 'state' | 'holdings' | 'reason'> {
  const unknown = { holdings: null, reason: null }
  if (!vault) return { state: 'unchecked', ...unknown }
  if (head.vault.vaultId !== vault.header().vaultId) return { state: 'other-vault', ...unknown }
  const facts = factsUnder(vault, head)
  if (!facts) return { state: 'other-key', ...unknown }
  const state = isRotted ? 'rotted' : 'good'
  return { state, holdings: holdingsOf(facts), reason: reasonOf(head) }
}

/** The part of a backup's facts that is shown. */
export function holdingsOf({ clients, sessions, newestSessionOn }: BackupFacts) {
  return { clients, sessions, newestSessionOn }
}

/** Newest first; of two from the same moment, the one on this computer first. */
export function compareItems(a: BackupItem, b: BackupItem): number {
  const sortable = ({ createdAt }: BackupItem) => ({ sequence: 0, createdAt: createdAt ?? '' })
  return compareNewestFirst(sortable(a), sortable(b)) || (a.id.place === 'default' ? -1 : 1)
}

import type { BackupItem, BackupList, BackupPlace } from '#shared/contract/operations/backups.ts'

/** A file token like those from the main process. */
export const fileToken = 't'.repeat(43)

/** An intact backup of this vault in Attune's own folder, with parts replaced. */
export function backupItem(change: Partial<BackupItem> = {}): BackupItem {
  return {
    id: { place: 'default', name: 'vault-2026-03-19.attunebackup' },
    state: 'good',
    bytes: 1_260_000,
    createdAt: '2026-03-19T16:00:00.000Z',
    zone: 'Europe/Oslo',
    holdings: { clients: 2, sessions: 31, newestSessionOn: '2026-03-19' },
    reason: 'usual',
    ...change,
  }
}

/** Attune's own folder as a place for backups, with parts replaced. */
export function backupPlace(change: Partial<BackupPlace> = {}): BackupPlace {
  return {
    kind: 'default',
    folder: '/data/backups',
    state: 'ready',
    warnings: [],
    succeededAt: '2026-03-19T16:00:00.000Z',
    failed: null,
    ...change,
  }
}

/** One place with one intact backup and no changes since, with parts replaced. */
export function backupList(change: Partial<BackupList> = {}): BackupList {
  return {
    places: [backupPlace()],
    backups: [backupItem()],
    setAside: [],
    isDue: false,
    lostFolder: null,
    ...change,
  }
}

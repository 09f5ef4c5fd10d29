import type { KnownBackups } from '../opening/known-backups.ts'
import { backUpBefore } from './back-up-before.ts'
import type { Backups } from './backup-service.ts'
import { compareWithBackups } from './compare-backups.ts'

/** What opening a vault asks of its backups. */
export function knownBackups(backups: Backups, now: () => Date): KnownBackups {
  return {
    backUpBeforeMigration: (vault) =>
      backUpBefore(backups, { ...vault, sequenceAtOpening: null }, 'before-migration'),
    compare: (vault) => compareWithBackups(vault, backups.places()),
    now,
  }
}

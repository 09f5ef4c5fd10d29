import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { createBackups } from '../backups/backup-service.ts'
import { change } from '../database/change.ts'
import { createVault } from '../opening/create-vault.ts'
import type { OpenVault } from '../opening/open-vault.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { rightPassphrase } from './test-vault.ts'

/** The lowest cost that a header allows, to keep tests fast. */
export const lightestCost = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 } as const

/** Creates a vault with its header in its own data folder, and the backups beside it. Tests may set `clock.now`. */
export async function createRealVault() {
  const folder = temporaryFolder()
  const vaultFolder = join(folder, 'vault')
  const vault = await createVault(vaultFolder, typedSecret(rightPassphrase), lightestCost)
  const clock = { now: new Date('2026-03-20T15:00:00.000Z') }
  const backups = createBackups({ vaultFolder, now: () => clock.now, zone: () => 'Europe/Oslo' })
  onTestFinished(() => {
    if (vault.db.open) vault.close()
  })
  return { folder, vaultFolder, vault, clock, backups, backupFolder: join(folder, 'backups') }
}

/** Adds a client with this many held sessions, one a day from a date on. */
export function addClient(vault: Pick<OpenVault, 'db'>, code: string, sessions = 0): void {
  const client = randomUUID()
  change(vault.db, () => {
    vault.db
      .prepare(
        `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
         VALUES (?, ?, ?, 'active', '2026-01-05', '', 'a note that nobody else may read', 0, '2026-01-05T10:00:00.000Z', 1)`,
      )
      .run(client, code, code.toLowerCase())
    const insert = vault.db.prepare(
      `INSERT INTO sessions (id, client_id, number, status, date, zone, modality, duration_minutes, notes, guess, closed_at, rupture_note, revision, saved_at)
       VALUES (?, ?, ?, 'held', date('2026-01-05', ?), 'Europe/Oslo', 'video', 50, 'what was said', 'open', NULL, NULL, 1, '2026-01-05T10:00:00.000Z')`,
    )
    for (let number = 1; number <= sessions; number += 1)
      insert.run(randomUUID(), client, number, `+${number - 1} days`)
  })
}

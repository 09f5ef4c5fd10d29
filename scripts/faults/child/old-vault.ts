import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { migrate, migrations } from '#vault/database/migrations/migrations.ts'
import { applicationId, rawKey } from '#vault/database/open-database.ts'
import { withDerivedKey } from '#vault/keys/derive-key.ts'
import { headerVersion, sealHeader, slotContextOf } from '#vault/keys/header.ts'
import { createPassphraseSlot } from '#vault/keys/passphrase-slot.ts'
import { writeHeader } from '#vault/keys/write-header.ts'
import { idOf, passphrase } from './scenario.ts'

const dbFile = 'vault-1.db'
/** The schema before drafts, instruments and everything later. */
const oldSchema = 30
const sessionCount = 20
const then = '2026-02-01T10:00:00.000Z'

/** Makes a closed vault whose database has an old schema: one client, with sessions whose notes fill some pages. */
export async function makeOldVault(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const vaultKey = randomBytes(32)
  const context = { version: headerVersion, vaultId: idOf('vault') } as const
  const cost = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 } as const
  const slot = await createPassphraseSlot(slotContextOf(context), vaultKey, typedSecret(passphrase), cost)
  withDerivedKey(vaultKey, 'database', (key) => fillDatabase(join(folder, dbFile), key))
  const header = {
    ...context,
    format: 'attune-vault',
    generation: 1,
    dbFile,
    replaces: null,
    databaseSeal: null,
    setsAside: [],
    sequence: 0,
    createdAt: then,
    audit: null,
    slots: [slot],
  } satisfies Parameters<typeof sealHeader>[0]
  writeHeader(folder, sealHeader(header, vaultKey), { vaultKey, db: null })
}

function fillDatabase(file: string, key: Uint8Array): void {
  const db = new Database(file)
  db.pragma(`cipher='chacha20'`)
  db.key(rawKey(key))
  db.pragma(`application_id = ${applicationId}`)
  migrate(
    db,
    migrations.filter(({ version }) => version <= oldSchema),
  )
  const client = idOf('client', 'Harbour')
  db.prepare(
    `INSERT INTO clients VALUES (?, 'Harbour', 'harbour', 'active', '2026-01-05', '', 'Notes from long ago.', 0, ?, 1)`,
  ).run(client, then)
  const insert = db.prepare(
    `INSERT INTO sessions VALUES (?, ?, ?, 'held', date('2026-01-05', ?), 'Europe/Oslo', 'video', 50, ?, 'open', NULL, NULL, 1, ?)`,
  )
  for (let number = 1; number <= sessionCount; number += 1) {
    const notes = `What was said in session ${number}. `.repeat(120)
    insert.run(idOf('session', 'Harbour', number), client, number, `+${number - 1} days`, notes, then)
  }
  db.close()
}

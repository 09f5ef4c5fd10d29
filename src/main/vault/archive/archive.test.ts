import { createDecipheriv, createHmac, hkdfSync, scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { archiveSchema } from '#shared/archive/archive.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { createTestVault, type TestVault } from '../testing/test-vault.ts'
import { archivedTables, leftOutTables } from './archived-tables.ts'
import { scryptLogN, sealArchive } from './seal-archive.ts'
import { writeArchive } from './write-archive.ts'
import { clientShare } from '../testing/client-share.ts'

const moment = { now: new Date('2026-03-20T15:00:00.000Z'), zone: 'Europe/Oslo' }

/** A vault with at least one row in every table. */
async function fullVault(): Promise<TestVault> {
  const vault = createTestVault()
  await vault.api.sample.load()
  const one = (sql: string) => String(vault.db.prepare(sql).pluck().get())
  const session = one('SELECT id FROM sessions WHERE number = 1 LIMIT 1')
  const client = one(`SELECT client_id FROM sessions WHERE id = '${session}'`)
  const instrument = one('SELECT content FROM instruments LIMIT 1')
  const log = one('SELECT content FROM session_versions LIMIT 1')
  const at = '2026-03-20T15:00:00.000Z'
  const insert = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row)
    vault.db
      .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
      .run(...Object.values(row))
  }
  const isEmpty = (table: string) => one(`SELECT count(*) FROM ${table}`) === '0'
  const ids = { client_id: client, session_id: session }
  const saved = { revision: 1, saved_at: at }
  const {
    revision: _revision,
    savedAt: _savedAt,
    hasHiddenEmotions: _hidden,
    ...plainLog
  } = JSON.parse(log === 'undefined' ? JSON.stringify(await vault.api.sessions.get({ id: session })) : log)
  const rows: Record<string, Record<string, unknown>> = {
    session_versions: { session_id: session, revision: 1, content: JSON.stringify(plainLog) },
    session_events: {
      id: 'e0000000-0000-4000-8000-000000000001',
      session_id: session,
      position: 90,
      kind: 'other',
      note: 'an event',
    },
    risk_answers: {
      id: 'r',
      ...ids,
      instrument_id: 'phq-9',
      instrument_version: 1,
      item_id: 'phq9-9',
      value: 1,
      answered_at: at,
    },
    client_forms: { client_id: client, instrument_id: 'phq-9', position: 0 },
    attention_looked_at: {
      client_id: client,
      kind: 'noted',
      evidence: '2 unresolved',
      until: '2026-04-01',
      looked_at: '2026-03-18T15:00:00.000Z',
    },
    repair_closings: {
      ...ids,
      is_of_fall: 0,
      is_of_note: 1,
      how: 'repaired',
      words: 'We spoke about it.',
      closed_on: '2026-03-18',
    },
    foresights: { session_id: session, foreseen: 'same', instrument_id: 'i', scale_id: 's', sealed_at: at },
    own_words: { id: 'w', client_id: client, kind: 'goal', position: 0 },
    own_wordings: {
      id: 'v',
      own_words_id: 'w',
      client_id: client,
      position: 0,
      words: 'Sleep through',
      since: '2026-03-18',
    },
    own_ratings: { ...ids, wording_id: 'v', rated_at: at, value: 4 },
    own_words_places: { client_id: client, place: 'before' },
    form_plans: { client_id: client, instrument_id: 'phq-9', rhythm: 'every-nth', nth: 3, moment: 'after' },
    declined_forms: {
      client_id: client,
      instrument_id: 'gad-7',
      session_id: session,
      declined_on: '2026-03-18',
      declined_by: 'client',
    },
    said_together: { ...ids, said: 'We saw it alike.', said_on: '2026-03-18' },
    client_leads: { client_id: client, series: 'client/attune-alliance-client/alliance' },
    outcome_baselines: { ...ids, instrument_id: 'phq-9' },
    prompt_answers: {
      id: 'p',
      client_id: client,
      rule_id: 'rule',
      rule_version: 1,
      session_number: 3,
      answer: 'useful',
      note: '',
      prompt: '{"lead":"a lead"}',
      answered_at: at,
    },
    supervision_meetings: {
      id: 'm',
      held_on: '2026-03-19',
      check_id: null,
      taken_along: 'more patience',
      left_unsaid: 1,
      saved_at: at,
    },
    agenda_items: {
      id: 'i',
      ...ids,
      meeting_id: 'm',
      kind: 'session',
      line: '',
      reason: '{"kind":"noted"}',
      question: 'what did I miss?',
      state: 'discussed',
      put_off_count: 1,
      put_off_since: '2026-03-12',
      created_at: at,
    },
    supervision_agreements: {
      id: 'g',
      meeting_id: 'm',
      client_id: client,
      agreed_on: '2026-03-19',
      text: 'name the silence',
      state: 'open',
    },
    contacts: {
      id: 'd0000000-0000-4000-8000-000000000001',
      name: 'Ada',
      state: 'compared',
      keys: '{}',
      signing: 'k',
      added_at: at,
    },
    sharing_consents: {
      id: 'c0000000-0000-4000-8000-000000000001',
      client_id: client,
      given_on: '2026-03-01',
      manner: 'in-person',
      said: 'agreed',
      recorded_at: at,
    },
    sent_bundles: {
      id: 'b0000000-0000-4000-8000-000000000001',
      contact_id: 'd0000000-0000-4000-8000-000000000001',
      contact_name: 'Ada',
      sent_at: at,
      is_with_wellbeing: 0,
      client_count: 1,
      removals: 0,
    },
    sent_clients: {
      bundle_id: 'b0000000-0000-4000-8000-000000000001',
      client_id: client,
      pseudonym: '7QF3-K9MW',
      choice: JSON.stringify(clientShare(client)),
    },
    supervisor_comments: {
      id: 'e0000000-0000-4000-8000-000000000001',
      contact_id: 'd0000000-0000-4000-8000-000000000001',
      contact_name: 'Ada',
      client_id: client,
      about: '{"kind":"session","session":1}',
      text: 'ask about the silence',
      study: '{"title":"T","reference":"R","doi":null,"finding":"F"}',
      came_at: at,
    },
    prompt_rules_off: { rule_id: 'rule', switched_off_at: at },
    retention_decisions: {
      client_id: ids.client_id,
      kept_until: '2030-01-01',
      reason: 'asked to',
      decided_at: at,
    },
    drafts: { ...ids, base_revision: 1, log: JSON.stringify(plainLog), updated_at: at },
    form_drafts: { form: 'client', subject: 'new', client_id: null, content: '{"notes":""}', updated_at: at },
    hand_over_drafts: {
      session_id: session,
      answers: '{"phq-9":{"phq9-1":{"value":1,"missingReason":null}}}',
      versions: '{"phq-9":1}',
      comment: '',
      updated_at: at,
    },
    wellbeing_checks: {
      id: 'a0000000-0000-4000-8000-000000000001',
      taken_on: '2026-03-20',
      instrument_id: 'attune-wellbeing',
      instrument_version: 1,
      answers: '{}',
      note: 'mine alone',
      recorded_at: at,
    },
    packs: {
      id: 'calm',
      version: 1,
      state: 'offered',
      source: 'attune',
      imported_at: at,
      content: instrument,
    },
    vault_settings: { name: 'rules', content: '{"a":1}' },
    own_articles: { id: 'own', content: '{"title":"Mine"}', ...saved },
    evidence_marks: { article_id: 'x-2020', is_bookmarked: 1, read_at: null },
    evidence_notes: { article_id: 'x-2020', text: 'a note', ...saved },
  }
  for (const [table, row] of Object.entries(rows)) if (isEmpty(table)) insert(table, row)
  vault.auditLog.note({ kind: 'unlocked' })
  return vault
}

test('an archive of a vault with a row in every table matches its documented schema, and no list is empty', async () => {
  const { db } = await fullVault()
  const archive = archiveSchema.parse(JSON.parse(writeArchive(db, moment)))
  for (const [list, { table }] of Object.entries(archivedTables)) {
    const count = Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
    expect(count, table).toBeGreaterThan(0)
    expect(archive[list as keyof typeof archivedTables], list).toHaveLength(count)
  }
})

test('every table of the schema is in the archive, or left out for a stated reason', () => {
  const { db } = createTestVault()
  const tables = db
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')`)
    .pluck()
    .all()
    .map(String)
    .filter((name) => !name.startsWith('sqlite_'))
  const listed = [...Object.values(archivedTables).map(({ table }) => table), ...Object.keys(leftOutTables)]
  expect(tables.toSorted()).toEqual(listed.toSorted())
  for (const reason of Object.values(leftOutTables)) expect(reason).toMatch(/^[A-Z].+\.$/)
})

test('the archive holds the entered words exactly as written', async () => {
  const { db } = await fullVault()
  const note = 'Said: "I’m fine" \\ <b>not bold</b>\nnew line — שלום \u{1F343}'
  db.prepare('UPDATE clients SET notes = ?').run(note)
  const archive = archiveSchema.parse(JSON.parse(writeArchive(db, moment)))
  expect(archive.clients[0]?.notes).toBe(note)
})

/** Opens an age file using only the format's specification (age-encryption.org/v1) and Node's cryptography. */
function openByTheBook(file: Buffer, passphrase: string): string {
  const end = file.indexOf('\n--- ') + 1
  const lines = file.subarray(0, end).toString('latin1').trimEnd().split('\n')
  expect(lines[0]).toBe('age-encryption.org/v1')
  const [arrow, kind, salt = '', logN] = (lines[1] ?? '').split(' ')
  expect([arrow, kind, logN]).toEqual(['->', 'scrypt', String(scryptLogN)])
  const fullSalt = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), Buffer.from(salt, 'base64')])
  const work = { N: 2 ** Number(logN), r: 8, p: 1, maxmem: 2 ** 30 }
  const wrapKey = scryptSync(passphrase, fullSalt, 32, work)
  const fileKey = chachaOpen(wrapKey, Buffer.alloc(12), Buffer.from(lines[2] ?? '', 'base64'))
  const macEnd = file.indexOf('\n', end)
  const [, mac = ''] = file.subarray(end, macEnd).toString('latin1').split(' ')
  const macKey = Buffer.from(hkdfSync('sha256', fileKey, Buffer.alloc(0), 'header', 32))
  const headerMac = createHmac('sha256', macKey).update(file.subarray(0, end)).update('---').digest()
  expect(Buffer.from(mac, 'base64').equals(headerMac)).toBe(true)
  const nonce = file.subarray(macEnd + 1, macEnd + 17)
  const payloadKey = Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
  const body = file.subarray(macEnd + 17)
  const chunk = 64 * 1024 + 16
  const texts: Buffer[] = []
  for (let count = 0; count * chunk < body.length; count += 1) {
    const counter = Buffer.alloc(12)
    counter.writeUInt32BE(count, 7)
    counter[11] = (count + 1) * chunk >= body.length ? 1 : 0
    texts.push(chachaOpen(payloadKey, counter, body.subarray(count * chunk, (count + 1) * chunk)))
  }
  return Buffer.concat(texts).toString('utf8')
}

function chachaOpen(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
}

test('the passphrase and the age format are enough to read it without Attune, and the passphrase is required', async () => {
  const { db } = await fullVault()
  const text = writeArchive(db, moment)
  const sealed = Buffer.from(await sealArchive(text, typedSecret('five quiet words for this')))
  expect(openByTheBook(sealed, 'five quiet words for this')).toBe(text)
  expect(() => openByTheBook(sealed, 'five quiet words for that')).toThrow()
  expect(sealed.includes('clients')).toBe(false)
})

test('a passphrase typed on a keyboard that composes letters differently is the same', async () => {
  const sealed = Buffer.from(await sealArchive('{}', typedSecret('cafe\u0301 with five more words')))
  expect(openByTheBook(sealed, 'caf\u00e9 with five more words')).toBe('{}')
})

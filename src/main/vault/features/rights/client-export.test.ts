import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { expect, test } from 'vitest'
import { clientExportSchema } from '#shared/rights/client-export.ts'
import { archivedTables, type ArchiveList } from '../../archive/archived-tables.ts'
import { clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { clientTables } from './client-tables.ts'
import { exportedLists } from './client-export.ts'
import { fillClient } from './testing/fill-client.ts'

const exportsIn = ({ db }: TestVault) =>
  db.prepare(`SELECT client_id FROM audit_entries WHERE kind = 'client-exported'`).pluck().all()

test('every table with data of a client is in the export, except scores that follow from it and names in bundles', () => {
  const { db } = createTestVault()
  const exported = [...exportedLists(db).keys()].map((list) => archivedTables[list as ArchiveList].table)
  const leftOut = clientTables(db).filter(({ name }) => !exported.includes(name))
  expect(leftOut.map(({ name }) => name)).toEqual([
    'client_pseudonyms',
    'session_scores',
    'shared_numbers',
    'client_gists',
    'own_spreads',
    'note_entries',
  ])
  const {
    format: _format,
    version: _version,
    createdAt: _at,
    zone: _zone,
    schemaVersion: _schema,
    ...lists
  } = clientExportSchema.shape
  expect([...exportedLists(db).keys()].toSorted()).toEqual(Object.keys(lists).toSorted())
})

test('fault 55: an export holds all data of the client and none of another, only its owner can read it, and it is audited', async () => {
  const vault = createTestVault()
  const other = await fillClient(vault, 'Another')
  const client = await fillClient(vault)
  // The test data writes some tables directly, with values that Attune would not write. The schema only has to match
  // what Attune writes.
  vault.db.exec('DELETE FROM hand_over_drafts')
  const file = join(temporaryFolder(), 'export.json')
  const token = vault.grant('client-export', file)
  const saved = await vault.api.rights.exportClient({ clientId: client.clientId, format: 'json', token })
  expect(saved).toEqual({ name: 'export.json', bytes: statSync(file).size })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const text = readFileSync(file, 'utf8')
  for (const kept of client.texts.filter((one) => !one.startsWith('half filled')))
    expect(text, kept).toContain(kept)
  for (const foreign of [...other.texts, other.clientId]) expect(text, foreign).not.toContain(foreign)
  const read = clientExportSchema.parse(JSON.parse(text))
  expect(read.clients.map(({ id }) => id)).toEqual([client.clientId])
  expect(read.sessions.map(({ id }) => id)).toEqual(client.sessionIds)
  expect(read.instruments.map(({ id }) => id)).toContain('phq-9')
  expect(new Set(read.auditEntries.map(({ clientId }) => clientId))).toEqual(new Set([client.clientId]))
  expect(exportsIn(vault)).toEqual([client.clientId])
})

test('hostile text stays unchanged in JSON, and can’t run as a formula in the table', async () => {
  const vault = createTestVault()
  const hostile = '=HYPERLINK("http://x")\r\n<img onerror=alert(1)> \u202Etxt'
  const client = clientEntry({ code: '=cmd', notes: hostile })
  await vault.api.clients.create(client)
  const log = sessionLog(client.id, {
    responses: [therapistResponse('attune-own-empathy', { 'own-empathy': 7 })],
  })
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  const folder = temporaryFolder()
  const json = join(folder, 'a.json')
  await vault.api.rights.exportClient({
    clientId: client.id,
    format: 'json',
    token: vault.grant('client-export', json),
  })
  expect(clientExportSchema.parse(JSON.parse(readFileSync(json, 'utf8'))).clients[0]).toMatchObject({
    code: '=cmd',
    notes: hostile,
  })
  const table = join(folder, 'a.csv')
  await vault.api.rights.exportClient({
    clientId: client.id,
    format: 'table',
    token: vault.grant('client-table', table),
  })
  const lines = readFileSync(table, 'utf8').trimEnd().split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFF"session","date","status","rater",/)
  expect(lines[1]).toMatch(
    /^1,"2026-03-16","held","therapist","after","attune-own-empathy",1,.*"answer","own-empathy",.*,7,1,1$/,
  )
  expect(lines[2]).toMatch(/,"score","own-empathy",.*,7,1,1$/)
  expect(lines).toHaveLength(3)
})

test('an encrypted export opens only with its passphrase', async () => {
  const vault = createTestVault()
  const client = clientEntry({ notes: 'between us' })
  await vault.api.clients.create(client)
  const file = join(temporaryFolder(), 'export.age')
  const passphrase = 'a passphrase for this file'
  const save = (phrase: string) =>
    vault.api.rights.exportClient({
      clientId: client.id,
      format: 'age',
      passphrase: phrase,
      token: vault.grant('client-archive', file),
    })
  await expect(save('too short')).rejects.toMatchObject({ code: 'passphrase-too-short' })
  expect(existsSync(file)).toBe(false)
  await save(passphrase)
  const sealed = readFileSync(file)
  expect(sealed.includes('between us')).toBe(false)
  const opened = (phrase: string) => {
    const decrypter = new Decrypter()
    decrypter.addPassphrase(phrase)
    return decrypter.decrypt(sealed, 'text')
  }
  expect(clientExportSchema.parse(JSON.parse(await opened(passphrase))).clients[0]?.notes).toBe('between us')
  await expect(opened('another passphrase')).rejects.toThrow()
})

test('a token for another purpose saves nothing and leaves no entry', async () => {
  const vault = createTestVault()
  const client = clientEntry()
  await vault.api.clients.create(client)
  const file = join(temporaryFolder(), 'export.csv')
  const token = vault.grant('client-table', file)
  await expect(
    vault.api.rights.exportClient({ clientId: client.id, format: 'json', token }),
  ).rejects.toMatchObject({ code: 'file-not-granted' })
  expect(existsSync(file)).toBe(false)
  expect(exportsIn(vault)).toEqual([])
})

import { expect, test } from 'vitest'
import { packLimits } from '#shared/instruments/packs/index.ts'
import { answersOf, clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { calm, gad7, packText } from './testing/calm-pack.ts'

async function answer({ api }: TestVault, version = 1) {
  const client = await api.clients.create(clientEntry())
  const values = Object.fromEntries(calm.items.map(({ id }) => [id, 1]))
  const response = therapistResponse('calm', values, { instrumentVersion: version })
  const log = sessionLog(client.id, { responses: [response] })
  await api.sessions.save({ log, expectedRevision: 0 })
  return log.session.id
}

const offeredVersions = async ({ api }: TestVault) =>
  (await api.packs.list())
    .filter(({ instrument, state }) => instrument.id === 'calm' && state === 'offered')
    .map(({ instrument }) => instrument.version)

test('shipped instruments are listed as shipped, and Attune’s own forms can’t be retired', async () => {
  const { api } = createTestVault()
  const list = await api.packs.list()
  const byId = (id: string) => list.find(({ instrument }) => instrument.id === id)
  expect(byId('gad-7')).toMatchObject({
    state: 'offered',
    origin: 'shipped',
    source: 'shipped',
    importedAt: null,
    isUsed: false,
    actions: { canRetire: true, canOfferAgain: false, canRemove: false },
  })
  expect(byId('attune-alliance-client')?.actions.canRetire).toBe(false)
  const version = byId('attune-alliance-client')?.instrument.version ?? 0
  await expect(api.packs.retire({ id: 'attune-alliance-client', version })).rejects.toMatchObject({
    code: 'pack-needed',
  })
})

test('a preview shows what would be stored and stores nothing', async () => {
  const { api } = createTestVault()
  const before = await api.packs.list()
  expect(await api.packs.preview({ text: packText() })).toMatchObject({
    preview: { ok: true, source: 'attune', instrument: { id: 'calm' } },
    next: { kind: 'new', version: 1 },
  })
  expect(await api.packs.list()).toEqual(before)
})

test('an imported pack is offered from then on', async () => {
  const { api } = createTestVault()
  expect(await api.packs.import({ text: packText() })).toMatchObject({
    kind: 'imported',
    isRenumbered: false,
    pack: {
      state: 'offered',
      origin: 'imported',
      source: 'attune',
      importedAt: '2026-03-20T15:00:00.000Z',
      isUsed: false,
      actions: { canRemove: true },
    },
  })
  expect((await api.instruments.list()).find(({ id }) => id === 'calm')).toEqual(calm)
})

const logged = ({ db, auditLog }: TestVault) => {
  auditLog.flush()
  return db.prepare(`SELECT count(*) FROM audit_entries WHERE kind = 'instrument-imported'`).pluck().get()
}

test('an import is in the audit log once; one that is refused or changes nothing is not', async () => {
  const vault = createTestVault()
  await vault.api.packs.import({ text: packText({ items: [] }) })
  expect(logged(vault)).toBe(0)
  await vault.api.packs.import({ text: packText() })
  await vault.api.packs.import({ text: packText() })
  expect(logged(vault)).toBe(1)
})

test('an import whose entry can’t be written stores no instrument', async () => {
  const vault = createTestVault()
  const before = await vault.api.packs.list()
  vault.db.exec(
    `CREATE TEMP TRIGGER refuse BEFORE INSERT ON audit_entries BEGIN SELECT raise(ABORT, 'no'); END`,
  )
  await expect(vault.api.packs.import({ text: packText() })).rejects.toThrow()
  expect(await vault.api.packs.list()).toEqual(before)
})

test('a refused pack reports where and why, and nothing of it is stored', async () => {
  const { api, db } = createTestVault()
  const result = await api.packs.import({ text: packText({ script: 'x', scales: [] }) })
  if (result.kind !== 'refused' || result.preview.ok) throw new Error('not refused')
  expect(result.preview.problems.map(({ place }) => place)).toContain('script')
  expect(db.prepare('SELECT count(*) FROM packs').pluck().get()).toBe(0)
  expect(await api.packs.preview({ text: 'no pack' })).toMatchObject({ preview: { ok: false }, next: null })
})

test('fault 42: a text larger than any valid pack is refused immediately', async () => {
  const { api } = createTestVault()
  await expect(api.packs.import({ text: 'a'.repeat(packLimits.bytes + 1) })).rejects.toMatchObject({
    code: 'invalid-input',
    places: ['text'],
  })
  const wide = { text: 'ä'.repeat(packLimits.bytes) }
  expect(await api.packs.preview(wide)).toMatchObject({
    preview: { ok: false, problems: [{ reason: { code: 'too-large' } }] },
  })
})

test('importing the same content again changes nothing, even if it was retired', async () => {
  const { api } = createTestVault()
  await api.packs.import({ text: packText() })
  await api.packs.retire({ id: 'calm', version: 1 })
  expect(await api.packs.import({ text: packText({ version: 5 }) })).toMatchObject({
    kind: 'unchanged',
    pack: { instrument: { version: 1 }, state: 'retired' },
  })
})

test('other content under the same id becomes a version of its own and replaces the earlier one', async () => {
  const vault = createTestVault()
  const { api } = vault
  await api.packs.import({ text: packText() })
  const session = await answer(vault)
  expect(await api.packs.preview({ text: packText({ title: 'Calmer' }) })).toMatchObject({
    next: { kind: 'new-version', version: 2, after: 1, isRenumbered: true },
  })
  await api.packs.import({ text: packText({ title: 'Calmer' }) })
  expect(await offeredVersions(vault)).toEqual([2])
  expect((await api.instruments.list()).find(({ id }) => id === 'calm')?.title).toBe('Calmer')
  expect((await api.sessions.get({ id: session })).responses[0]).toMatchObject({ instrumentVersion: 1 })
  await api.packs.offerAgain({ id: 'calm', version: 1 })
  expect(await offeredVersions(vault)).toEqual([1])
})

test('the id of a shipped instrument can’t be taken', async () => {
  const { api } = createTestVault()
  const taken = { kind: 'taken-by-shipped', id: 'gad-7' }
  const text = JSON.stringify({ ...gad7, title: 'Another GAD-7' })
  expect(await api.packs.preview({ text })).toMatchObject({ next: taken })
  expect(await api.packs.import({ text })).toEqual(taken)
})

test('a used pack can be retired, but neither removed nor changed', async () => {
  const vault = createTestVault()
  const { api } = vault
  await api.packs.import({ text: packText() })
  const session = await answer(vault)
  await expect(api.packs.remove({ id: 'calm', version: 1 })).rejects.toMatchObject({ code: 'pack-in-use' })
  expect(await api.packs.retire({ id: 'calm', version: 1 })).toMatchObject({
    state: 'retired',
    isUsed: true,
    actions: { canRetire: false, canOfferAgain: true, canRemove: false },
  })
  expect((await api.instruments.list()).map(({ id }) => id)).not.toContain('calm')
  const stored = await api.sessions.get({ id: session })
  expect(stored.responses[0]?.answers).toEqual(
    answersOf(Object.fromEntries(calm.items.map(({ id }) => [id, 1]))),
  )
  const corrected = { ...stored, session: { ...stored.session, notes: 'corrected' } }
  const { revision, savedAt: _savedAt, hasHiddenEmotions: _hidden, ...log } = corrected
  await expect(api.sessions.save({ log, expectedRevision: revision })).resolves.toMatchObject({ revision: 2 })
})

test('an imported pack that was never answered can be removed, and its version is then unknown', async () => {
  const vault = createTestVault()
  const { api } = vault
  await api.packs.import({ text: packText() })
  await api.packs.remove({ id: 'calm', version: 1 })
  expect((await api.packs.list()).map(({ instrument }) => instrument.id)).not.toContain('calm')
  await expect(answer(vault)).rejects.toMatchObject({ code: 'not-found' })
  await expect(api.packs.retire({ id: 'calm', version: 1 })).rejects.toMatchObject({ code: 'not-found' })
  await expect(api.packs.remove({ id: 'gad-7', version: gad7.version })).rejects.toMatchObject({
    code: 'pack-in-use',
  })
})

test('a shipped instrument can be retired and offered again', async () => {
  const { api } = createTestVault()
  await api.packs.retire({ id: 'gad-7', version: gad7.version })
  expect((await api.instruments.list()).map(({ id }) => id)).not.toContain('gad-7')
  await api.packs.offerAgain({ id: 'gad-7', version: gad7.version })
  expect((await api.instruments.list()).map(({ id }) => id)).toContain('gad-7')
})

test('a pack imported under a removed one’s name is not given to clients who had the removed one', async () => {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry())
  await api.packs.import({ text: packText() })
  await api.clients.setForms({ id: client.id, instrumentIds: ['calm', 'gad-7'] })
  await api.packs.remove({ id: 'calm', version: 1 })
  await api.packs.import({ text: packText({ title: 'Another' }) })
  expect((await api.clients.forms({ id: client.id })).instrumentIds).toEqual(['gad-7'])
})

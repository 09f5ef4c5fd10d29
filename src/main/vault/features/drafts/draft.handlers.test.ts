import { describe, expect, test } from 'vitest'
import { longestNote } from '#shared/records/text.ts'
import { sequenceOf } from '../../database/change.ts'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'

test('a draft is stored, listed on Today, replaced by the next one, and deleted once the session is saved', async () => {
  const { api, clock } = createTestVault()
  const client = await api.clients.create(clientEntry({ code: 'Fern' }))
  const log = sessionLog(client.id, { session: { notes: 'half a senten' } })
  const draft = { sessionId: log.session.id, clientId: client.id, baseRevision: 0, log }
  await api.drafts.save(draft)
  clock.now = new Date('2026-03-20T15:05:00.000Z')
  const fuller = { ...log, session: { ...log.session, notes: 'half a sentence' } }
  await api.drafts.save({ ...draft, log: fuller })
  expect(await api.drafts.get({ sessionId: log.session.id })).toEqual({
    ...draft,
    log: fuller,
    typedDate: null,
    updatedAt: '2026-03-20T15:05:00.000Z',
  })
  expect(await api.drafts.list()).toHaveLength(1)
  expect((await api.today.get()).drafts).toMatchObject([{ clientCode: 'Fern', sessionId: log.session.id }])
  await api.sessions.save({ log: fuller, expectedRevision: 0 })
  expect(await api.drafts.get({ sessionId: log.session.id })).toBeNull()
})

test('a draft that can’t be saved as a session stays', async () => {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry())
  const log = sessionLog(client.id, { session: { date: '2026-04-01' } })
  await api.drafts.save({ sessionId: log.session.id, clientId: client.id, baseRevision: 0, log })
  await expect(api.sessions.save({ log, expectedRevision: 0 })).rejects.toMatchObject({
    code: 'rated-in-future',
  })
  expect(await api.drafts.get({ sessionId: log.session.id })).not.toBeNull()
  await api.drafts.discard({ sessionId: log.session.id })
  expect(await api.drafts.list()).toEqual([])
})

test('the draft of a new client goes in the moment in which the client is saved', async () => {
  const { api } = createTestVault()
  const content = JSON.stringify({ code: 'Fern', notes: 'What only Fern’s therapist may know.' })
  await api.drafts.saveForm({ form: 'client', subject: 'new', clientId: null, content })
  const entry = clientEntry({ code: 'Fern' })
  await expect(api.clients.create({ ...entry, startedOn: '2999-01-01' })).rejects.toBeDefined()
  expect(await api.drafts.getForm({ form: 'client', subject: 'new' })).not.toBeNull()
  await api.clients.create(entry)
  expect(await api.drafts.getForm({ form: 'client', subject: 'new' })).toBeNull()
})

test('a draft for an unknown client is refused', async () => {
  const { api } = createTestVault()
  const log = sessionLog(crypto.randomUUID())
  await expect(
    api.drafts.save({ sessionId: log.session.id, clientId: log.session.clientId, baseRevision: 0, log }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('a draft that names one session and contains another is refused', async () => {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry())
  const other = await api.clients.create(clientEntry())
  const log = sessionLog(client.id)
  for (const wrong of [{ sessionId: crypto.randomUUID() }, { clientId: other.id }]) {
    const draft = { sessionId: log.session.id, clientId: client.id, baseRevision: 0, log, ...wrong }
    await expect(api.drafts.save(draft)).rejects.toMatchObject({ code: 'invalid-input' })
  }
})

test('fault 102: a draft keeps a text that is too long to save, and a date that is none yet', async () => {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry())
  const short = sessionLog(client.id)
  const log = { ...short, session: { ...short.session, notes: 'a'.repeat(longestNote + 1) } }
  const draft = { sessionId: log.session.id, clientId: client.id, baseRevision: 0, log, typedDate: '26-3-20' }
  await expect(api.sessions.save({ log, expectedRevision: 0 })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await api.drafts.save(draft)
  expect(await api.drafts.get({ sessionId: log.session.id })).toMatchObject(draft)
})

describe('the draft of a form', () => {
  const key = { form: 'risk-closing', subject: 'an answer' } as const

  test('fault 102: is kept as typed, also characters that can’t be saved, and replaced by the next one', async () => {
    const { api, clock } = createTestVault()
    const typed = JSON.stringify({ note: 'half \u0000 a \ud800 sentence' })
    await api.drafts.saveForm({ ...key, clientId: null, content: '{}' })
    clock.now = new Date('2026-03-20T15:05:00.000Z')
    await api.drafts.saveForm({ ...key, clientId: null, content: typed })
    expect(await api.drafts.getForm(key)).toEqual({
      ...key,
      clientId: null,
      content: typed,
      updatedAt: '2026-03-20T15:05:00.000Z',
    })
    expect(await api.drafts.getForm({ ...key, form: 'risk-acknowledgement' })).toBeNull()
    expect(await api.drafts.getForm({ ...key, subject: 'another answer' })).toBeNull()
  })

  test('is gone after it was discarded, and discarding none is no change', async () => {
    const { api, db } = createTestVault()
    await api.drafts.saveForm({ ...key, clientId: null, content: '{}' })
    await api.drafts.discardForm(key)
    expect(await api.drafts.getForm(key)).toBeNull()
    const before = sequenceOf(db)
    await api.drafts.discardForm(key)
    expect(sequenceOf(db)).toBe(before)
  })

  test('is erased with its client, and refused for an unknown one', async () => {
    const { api } = createTestVault()
    const client = await api.clients.create(clientEntry())
    await api.drafts.saveForm({ ...key, clientId: client.id, content: '{}' })
    await api.rights.erase({ clientId: client.id, typedCode: client.code })
    expect(await api.drafts.getForm(key)).toBeNull()
    await expect(api.drafts.saveForm({ ...key, clientId: client.id, content: '{}' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

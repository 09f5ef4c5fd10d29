import { expect, test } from 'vitest'
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

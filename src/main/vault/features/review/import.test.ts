import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { exampleBundledClient } from '#shared/bundles/testing/example-bundle.ts'
import { fern, moss, supervisorsVault } from './testing/supervisor.ts'

const firstSessions = exampleBundledClient({
  pseudonym: fern.pseudonym,
  sessions: new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
})

test('a preview says from whom, when and what, and changes nothing', async () => {
  const { vault, supervisee, rows } = await supervisorsVault()
  const ada = await supervisee('Ada')
  const token = await ada.send()
  const before = rows()
  const preview = await vault.api.review.preview({ token })
  expect(preview).toMatchObject({
    kind: 'opened',
    contact: { id: ada.id, name: 'Ada' },
    number: 1,
    madeAt: '2026-03-20T17:05:00.000Z',
    order: 'new',
    newest: null,
    contents: { sessions: 28, questions: 1, notes: 0, dates: 0, wellbeing: 0 },
    clients: [
      { pseudonym: 'FERN-0001', sessions: 14, changes: [{ kind: 'new-client' }] },
      { pseudonym: 'M0SS-0001', sessions: 14, changes: [{ kind: 'new-client' }] },
    ],
    withdrawn: [],
    absent: [],
  })
  expect(rows()).toEqual(before)
})

test('an import keeps every client as the bundle has them', async () => {
  const { vault, supervisee } = await supervisorsVault()
  const ada = await supervisee('Ada')
  await ada.share()
  const [overview] = await vault.api.review.overview()
  expect(overview).toMatchObject({ contactId: ada.id, name: 'Ada', number: 1 })
  const [first, second] = overview?.clients ?? []
  expect(first?.changes).toEqual([{ kind: 'new-client' }])
  expect([first?.pseudonym, second?.pseudonym]).toEqual(['FERN-0001', 'M0SS-0001'])
  const client = await vault.api.review.client({ id: first!.id })
  expect(client.content).toEqual(fern)
  expect(client.therapist).toBe('Ada')
  expect(client.came).toHaveLength(14)
})

test('a later bundle updates, keeps ids, and says what is new', async () => {
  const { vault, supervisee } = await supervisorsVault()
  const { api, clock } = vault
  const ada = await supervisee()
  await ada.share({ clients: [firstSessions] })
  const [before] = (await api.review.overview())[0]?.clients ?? []
  await api.review.lookedAt({ contactId: ada.id })
  expect((await api.review.overview())[0]?.clients[0]?.changes).toEqual([])
  clock.now = new Date('2026-04-20T15:00:00.000Z')
  const preview = await api.review.preview({ token: await ada.send({ number: 7, clients: [fern] }) })
  if (preview.kind === 'refused') throw new Error(preview.reason)
  expect(preview.newest).toMatchObject({ number: 1 })
  expect(preview.clients[0]?.changes).toContainEqual({ kind: 'sessions', sessions: [11, 12, 13, 14] })
  await api.review.import({ importId: preview.importId! })
  const [after] = (await api.review.overview())[0]?.clients ?? []
  expect(after?.id).toBe(before?.id)
  expect(after?.changes).toEqual(preview.clients[0]?.changes)
  const { came } = await api.review.client({ id: after!.id })
  expect(came.map(({ cameAt }) => cameAt.slice(0, 7))).toEqual([
    ...Array.from({ length: 10 }, () => '2026-03'),
    ...Array.from({ length: 4 }, () => '2026-04'),
  ])
})

test('what nobody has looked at stays among the changes of the next bundle', async () => {
  const { vault, supervisee } = await supervisorsVault()
  const ada = await supervisee()
  await ada.share()
  await ada.share({ clients: [{ ...fern, question: 'Another one?' }] })
  const [client] = (await vault.api.review.overview())[0]?.clients ?? []
  expect(client?.changes).toEqual([{ kind: 'new-client' }])
})

test('a client that a bundle says nothing of stays, and the preview says so', async () => {
  const { vault, supervisee } = await supervisorsVault()
  const ada = await supervisee()
  await ada.share()
  const token = await ada.send({ clients: [fern] })
  expect(await vault.api.review.preview({ token })).toMatchObject({ absent: ['M0SS-0001'], withdrawn: [] })
  await ada.share({ clients: [fern] })
  expect((await vault.api.review.overview())[0]?.clients).toHaveLength(2)
})

test('fault 206: a withdrawn client is removed with every row, and it is said until somebody has looked', async () => {
  const { vault, supervisee } = await supervisorsVault()
  const { api, db } = vault
  const ada = await supervisee()
  await ada.share()
  const withdrawal = { clients: [moss], withdrawn: ['FERN-0001', '0000-0000'] }
  expect(await api.review.preview({ token: await ada.send(withdrawal) })).toMatchObject({
    withdrawn: ['FERN-0001'],
  })
  await ada.share(withdrawal)
  const [overview] = await api.review.overview()
  expect(overview?.clients.map(({ pseudonym }) => pseudonym)).toEqual(['M0SS-0001'])
  expect(overview?.withdrawn).toEqual(['FERN-0001'])
  expect(db.prepare('SELECT count(DISTINCT client_id) FROM received_sessions').pluck().get()).toBe(1)
  await api.review.lookedAt({ contactId: ada.id })
  expect((await api.review.overview())[0]?.withdrawn).toEqual([])
})

test('fault 43, fault 207: a repeated bundle changes nothing and can’t be imported', async () => {
  const { vault, supervisee, rows } = await supervisorsVault()
  const ada = await supervisee()
  const bundleId = randomUUID()
  await ada.share({ bundleId })
  const before = rows()
  const preview = await vault.api.review.preview({ token: await ada.send({ bundleId, number: 1 }) })
  expect(preview).toMatchObject({ kind: 'opened', order: 'repeated', importId: null })
  expect(rows()).toEqual(before)
})

test('fault 208: an older bundle is said to be older and can’t be imported', async () => {
  const { vault, supervisee, rows } = await supervisorsVault()
  const ada = await supervisee()
  await ada.share({ number: 9 })
  const before = rows()
  const preview = await vault.api.review.preview({
    token: await ada.send({ number: 8, madeAt: '2031-01-01T00:00:00.000Z' }),
  })
  expect(preview).toMatchObject({ order: 'older', importId: null, isFromFuture: true, newest: { number: 9 } })
  expect(rows()).toEqual(before)
})

test('fault 209: a preview is imported once, and not after another one, a newer bundle or other keys', async () => {
  const { vault, supervisee, rows } = await supervisorsVault()
  const { api, db } = vault
  const ada = await supervisee()
  const previewed = async () => {
    const preview = await api.review.preview({ token: await ada.send() })
    if (preview.kind === 'refused' || preview.importId === null) throw new Error('not importable')
    return preview.importId
  }
  const conflict = { code: 'conflict' }
  const first = await previewed()
  const second = await previewed()
  await expect(api.review.import({ importId: first })).rejects.toMatchObject(conflict)
  await api.review.import({ importId: second })
  await expect(api.review.import({ importId: second })).rejects.toMatchObject(conflict)
  const cancelled = await previewed()
  await api.review.cancel()
  await expect(api.review.import({ importId: cancelled })).rejects.toMatchObject(conflict)
  const unsettled = await previewed()
  db.prepare(`UPDATE contacts SET state = 'new' WHERE id = ?`).run(ada.id)
  const before = rows()
  await expect(api.review.import({ importId: unsettled })).rejects.toMatchObject(conflict)
  expect(rows()).toEqual(before)
})

test('fault 210: an import that fails in the middle leaves nothing behind', async () => {
  const { vault, supervisee, rows } = await supervisorsVault()
  const ada = await supervisee()
  await ada.share({ clients: [firstSessions] })
  const before = rows()
  const preview = await vault.api.review.preview({ token: await ada.send({ clients: [fern, moss] }) })
  if (preview.kind === 'refused') throw new Error(preview.reason)
  vault.db
    .exec(`CREATE TEMP TRIGGER full_disk BEFORE INSERT ON received_clients WHEN NEW.pseudonym = 'M0SS-0001'
    BEGIN SELECT RAISE(ABORT, 'full'); END`)
  await expect(vault.api.review.import({ importId: preview.importId! })).rejects.toThrow()
  expect(rows()).toEqual(before)
})

test('two supervisees with the same name for a client keep their clients apart', async () => {
  const { vault, supervisee } = await supervisorsVault()
  const [ada, bo] = [await supervisee('Ada'), await supervisee('Bo')]
  await ada.share()
  await bo.share({ clients: [fern] })
  await bo.share({ clients: [], withdrawn: ['FERN-0001'] })
  const overview = await vault.api.review.overview()
  const counts = overview.map(({ name, clients }) => [name, clients.length])
  expect(Object.fromEntries(counts)).toEqual({ Ada: 2, Bo: 0 })
})

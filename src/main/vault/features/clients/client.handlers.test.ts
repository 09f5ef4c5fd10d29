import { expect, test } from 'vitest'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'

test('a client is stored, listed by code and read back', async () => {
  const { api } = createTestVault()
  const beech = await api.clients.create(clientEntry({ code: 'Beech' }))
  await api.clients.create(clientEntry({ code: 'alder' }))
  expect((await api.clients.list()).map(({ client }) => client.code)).toEqual(['alder', 'Beech'])
  expect(await api.clients.get({ id: beech.id })).toEqual(beech)
  expect(beech).toMatchObject({ revision: 1, isFictional: false })
})

test('two clients can’t have the same code, however it is spelled', async () => {
  const { api } = createTestVault()
  await api.clients.create(clientEntry({ code: 'Élan 7' }))
  for (const code of ['élan 7', ' ÉLAN 7 ', 'E\u0301lan ７'])
    await expect(api.clients.create(clientEntry({ code }))).rejects.toMatchObject({
      code: 'code-taken',
      places: ['code'],
    })
  const other = await api.clients.create(clientEntry({ code: 'Rowan' }))
  const { isFictional: _f, createdAt: _c, revision, ...entry } = other
  await expect(
    api.clients.update({ entry: { ...entry, code: 'élan 7' }, expectedRevision: revision }),
  ).rejects.toMatchObject({ code: 'code-taken' })
  expect(await api.clients.list()).toHaveLength(2)
})

test('two clients can’t have codes that look the same', async () => {
  const { api, db } = createTestVault()
  await api.clients.create(clientEntry({ code: 'KO1' }))
  // A zero, a small L, and the Cyrillic and the Greek letter O.
  for (const code of ['K01', 'KOl', 'KО1', 'KΟ1'])
    await expect(api.clients.create(clientEntry({ code }))).rejects.toMatchObject({
      code: 'code-looks-alike',
      places: ['code', 'KO1'],
    })
  for (const code of ['K02', 'ko2', 'K-O1']) await api.clients.create(clientEntry({ code }))
  // A code that was taken before may stay, whatever else is changed about its client.
  db.prepare("UPDATE clients SET code = 'K01', code_key = 'k01' WHERE code = 'K02'").run()
  const [early] = (await api.clients.list()).filter(({ client }) => client.code === 'K01')
  const { isFictional: _f, createdAt: _c, revision, ...entry } = early!.client
  await api.clients.update({ entry: { ...entry, notes: 'new' }, expectedRevision: revision })
  await expect(
    api.clients.update({ entry: { ...entry, code: 'KOI' }, expectedRevision: revision + 1 }),
  ).rejects.toMatchObject({ code: 'code-looks-alike' })
})

test('repeating a creation or an update with the same content changes nothing', async () => {
  const { api } = createTestVault()
  const entry = clientEntry({ code: 'Willow' })
  const first = await api.clients.create(entry)
  expect(await api.clients.create(entry)).toEqual(first)
  const updated = await api.clients.update({ entry: { ...entry, notes: 'new' }, expectedRevision: 1 })
  expect(updated.revision).toBe(2)
  expect(await api.clients.update({ entry: { ...entry, notes: 'new' }, expectedRevision: 1 })).toEqual(
    updated,
  )
  await expect(
    api.clients.update({ entry: { ...entry, notes: 'newer' }, expectedRevision: 1 }),
  ).rejects.toMatchObject({ code: 'conflict' })
})

test('the list counts sessions and shows the last one held and the next one planned', async () => {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry())
  const log = (number: number, status: string, date: string) =>
    api.sessions.save({
      log: sessionLog(client.id, { session: { number, status, date } }),
      expectedRevision: 0,
    })
  await log(1, 'held', '2026-03-02')
  await log(2, 'no-show', '2026-03-09')
  await log(3, 'planned', '2026-03-23')
  expect(await api.clients.list()).toMatchObject([
    { sessionCount: 1, lastHeldOn: '2026-03-02', nextPlannedOn: '2026-03-23' },
  ])
})

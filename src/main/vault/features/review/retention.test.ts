import { expect, test } from 'vitest'
import { supervisorsVault } from './testing/supervisor.ts'

const received = `SELECT (SELECT count(*) FROM supervisees) + (SELECT count(*) FROM received_clients)
  + (SELECT count(*) FROM received_sessions)`

test('a year after the last bundle, the data of a supervisee are offered for deletion, and nothing is deleted', async () => {
  const { vault, supervisee } = await supervisorsVault()
  const { api, clock } = vault
  const ada = await supervisee()
  await ada.share()
  expect((await api.review.overview())[0]).toMatchObject({ isOffered: false, offeredFrom: '2027-03-20' })
  clock.now = new Date('2027-03-20T15:00:00.000Z')
  expect((await api.review.overview())[0]).toMatchObject({ isOffered: true, clients: [{}, {}] })
  expect(await api.review.keep({ contactId: ada.id })).toEqual({ offeredFrom: '2028-03-20' })
  expect((await api.review.overview())[0]?.isOffered).toBe(false)
})

test('fault 211: an erased client, and an erased supervisee, leave no row, and no text in the file', async () => {
  const { vault, supervisee } = await supervisorsVault()
  const { api, db } = vault
  const ada = await supervisee()
  await ada.share()
  const [fern, moss] = (await api.review.overview())[0]?.clients ?? []
  await api.review.eraseClient({ id: fern!.id })
  const left = db.prepare('SELECT pseudonym FROM received_clients').pluck().all()
  expect(left).toEqual(['M0SS-0001'])
  await expect(api.review.client({ id: fern!.id })).rejects.toMatchObject({ code: 'not-found' })
  expect(await api.review.eraseSupervisee({ contactId: ada.id })).toEqual({ clients: 1 })
  expect(db.prepare(received).pluck().get()).toBe(0)
  await expect(api.review.client({ id: moss!.id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(api.review.supervisee({ contactId: ada.id })).rejects.toMatchObject({ code: 'not-found' })
})

test('everything that comes, is looked at or goes is in the audit log, without content', async () => {
  const { vault, supervisee, grantFile } = await supervisorsVault()
  const { api, auditLog } = vault
  const ada = await supervisee()
  await api.review.preview({ token: grantFile('no bundle') })
  await ada.share()
  await ada.share({ clients: [], withdrawn: ['FERN-0001'] })
  const [client] = (await api.review.overview())[0]?.clients ?? []
  await api.review.supervisee({ contactId: ada.id })
  await api.review.client({ id: client!.id })
  await api.review.keep({ contactId: ada.id })
  await api.review.eraseClient({ id: client!.id })
  await api.review.eraseSupervisee({ contactId: ada.id })
  const entries = auditLog.select({
    before: Number.MAX_SAFE_INTEGER,
    most: 50,
    kinds: null,
    clientId: null,
    from: null,
    until: null,
  })
  const kinds = entries.map((entry) => entry.kind).toReversed()
  expect(kinds).toEqual([
    'bundle-refused',
    'bundle-opened',
    'bundle-imported',
    'bundle-opened',
    'bundle-imported',
    'received-clients-removed',
    'supervisee-viewed',
    'received-client-viewed',
    'received-data-kept',
    'received-client-erased',
    'supervisee-erased',
  ])
  expect(JSON.stringify(entries)).not.toMatch(/FERN|M0SS|Ada/)
})

test('a contact who is removed takes along what they have shared', async () => {
  const { vault, supervisee } = await supervisorsVault()
  const ada = await supervisee()
  await ada.share()
  vault.db.prepare('DELETE FROM contacts WHERE id = ?').run(ada.id)
  expect(vault.db.prepare(received).pluck().get()).toBe(0)
})

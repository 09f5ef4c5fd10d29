import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { shareWhomKey } from '#shared/sharing/share-choice.ts'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'
import { withContacts } from './testing/sharing-vault.ts'

async function vaultWithClient() {
  const vault = createTestVault()
  const client = await vault.api.clients.create(clientEntry({ code: 'Fern' }))
  await vault.api.sessions.save({ log: sessionLog(client.id), expectedRevision: 0 })
  return { ...vault, ...withContacts(vault), clientId: client.id }
}

const auditOf = ({ db }: Pick<Awaited<ReturnType<typeof vaultWithClient>>, 'db'>) =>
  db
    .prepare(`SELECT kind, client_id FROM audit_entries WHERE kind LIKE 'consent-%' ORDER BY sequence`)
    .raw()
    .all()

test('a consent is kept with its day, its manner and what was said, and saving it again changes nothing', async () => {
  const vault = await vaultWithClient()
  const { api, clientId, consentOf, ruth } = vault
  const entry = consentOf(clientId, { contactId: ruth.id, manner: 'in-writing' })
  await api.sharing.giveConsent(entry)
  await api.sharing.giveConsent(entry)
  const { consents } = await api.sharing.consents({ clientId })
  expect(consents).toEqual([
    { ...entry, contactName: 'Ruth Lind', withdrawnOn: null, recordedAt: '2026-03-20T15:00:00.000Z' },
  ])
  await expect(api.sharing.giveConsent({ ...entry, said: 'Something else' })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(auditOf(vault)).toEqual([['consent-given', clientId]])
})

test('a consent of a day that has not come, without words, or for nobody known is refused', async () => {
  const { api, clientId, consentOf } = await vaultWithClient()
  const refused = async (more: object, code: string) =>
    expect(api.sharing.giveConsent(consentOf(clientId, more))).rejects.toMatchObject({ code })
  await refused({ givenOn: '2026-03-21' }, 'invalid-input')
  await refused({ said: '  ' }, 'invalid-input')
  await refused({ contactId: randomUUID() }, 'not-found')
  await refused({ clientId: randomUUID() }, 'not-found')
  expect((await api.sharing.consents({ clientId })).consents).toEqual([])
})

test('a consent for one contact allows this one alone, and one at large allows all', async () => {
  const { api, clientId, consentOf, ruth, max, share, prepare } = await vaultWithClient()
  await api.sharing.giveConsent(consentOf(clientId, { contactId: ruth.id }))
  expect((await prepare(ruth.id, [share(clientId)])).clients).toHaveLength(1)
  await expect(prepare(max.id, [share(clientId)])).rejects.toMatchObject({ code: 'consent-missing' })
  await api.sharing.giveConsent(consentOf(clientId))
  expect((await prepare(max.id, [share(clientId)])).clients).toHaveLength(1)
  expect((await api.sharing.choices()).clients).toMatchObject([
    { code: 'Fern', allowsAll: true, allowedContacts: [ruth.id] },
  ])
})

test('fault 196: without a consent, or after it was withdrawn, no bundle has the client, whatever the screen sends', async () => {
  const vault = await vaultWithClient()
  const { api, clientId, consentOf, ruth, share, prepare } = vault
  await expect(prepare(ruth.id, [share(clientId)])).rejects.toMatchObject({
    code: 'consent-missing',
    places: ['clients.0'],
  })
  const consent = consentOf(clientId)
  await api.sharing.giveConsent(consent)
  await prepare(ruth.id, [share(clientId)])
  for (const withdrawnOn of ['2026-03-01', '2026-03-21'])
    await expect(api.sharing.withdrawConsent({ id: consent.id, withdrawnOn })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  await api.sharing.withdrawConsent({ id: consent.id, withdrawnOn: '2026-03-20' })
  await api.sharing.withdrawConsent({ id: consent.id, withdrawnOn: '2026-03-19' })
  await expect(prepare(ruth.id, [share(clientId)])).rejects.toMatchObject({ code: 'consent-missing' })
  expect((await api.sharing.consents({ clientId })).consents).toMatchObject([{ withdrawnOn: '2026-03-20' }])
  expect(auditOf(vault)).toEqual([
    ['consent-given', clientId],
    ['consent-withdrawn', clientId],
  ])
})

test('a contact who is removed takes their consents along, and none becomes one at large', async () => {
  const { api, db, clientId, consentOf, ruth, max, share, prepare } = await vaultWithClient()
  await api.sharing.giveConsent(consentOf(clientId, { contactId: ruth.id }))
  db.prepare('DELETE FROM contacts WHERE id = ?').run(ruth.id)
  await expect(prepare(max.id, [share(clientId)])).rejects.toMatchObject({ code: 'consent-missing' })
  expect((await api.sharing.consents({ clientId })).consents).toEqual([])
})

test('fault 237: what is chosen and not sent is there after a lock, and goes with an erased client', async () => {
  const { api, clientId, ruth, share } = await vaultWithClient()
  const part = { ...share(clientId, { withDates: true }), series: null }
  const whom = { recipients: [ruth.id], withWellbeing: true }
  const draft = { form: 'share-client', subject: clientId, clientId } as const
  await api.drafts.saveForm({ ...draft, content: JSON.stringify(part) })
  await api.drafts.saveForm({ ...shareWhomKey, clientId: null, content: JSON.stringify(whom) })
  expect(await api.sharing.choices()).toMatchObject({ whom, clients: [{ clientId, chosen: part }] })
  await api.drafts.saveForm({ ...draft, content: '{"of":"another Attune"}' })
  expect((await api.sharing.choices()).clients[0]?.chosen).toBeNull()
  await api.rights.erase({ clientId, typedCode: 'Fern' })
  expect(await api.drafts.getForm({ form: 'share-client', subject: clientId })).toBeNull()
})

import { randomUUID } from 'node:crypto'
import { readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientIdSchema } from '#shared/records/ids.ts'
import { clientEntry, sessionLog } from '../testing/entries.ts'
import { newestOf, startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createTestVault, rightPassphrase } from '../testing/test-vault.ts'
import { clientShare } from '../testing/client-share.ts'

const pseudonymIn = /"pseudonym":"([^"]+)"/
const numberIn = /"number":(\d+),"recipient"/

/** A real vault with a client, a consent and a compared contact, and what shares the client. */
async function vaultToShare() {
  const folder = temporaryFolder()
  const clock = { now: new Date('2026-03-20T15:00:00.000Z') }
  const running = startVault(folder, clock)
  await running.api.vault.create({ passphrase: rightPassphrase })
  await running.api.contacts.makeCard({ name: 'Bo' })
  const addContact = async (api: typeof running.api, name: string) => {
    const { card, words } = await createTestVault().api.contacts.makeCard({ name })
    const added = await api.contacts.add({ text: card, contactId: null, name: null })
    if (added.kind !== 'added') throw new Error(added.kind)
    await api.contacts.compare({ id: added.contact.id, typed: words.join(' ') })
    return added.contact.id
  }
  const create = async (api: typeof running.api, code: string) => {
    const { id } = await api.clients.create(clientEntry({ code }))
    await api.sessions.save({ log: sessionLog(id), expectedRevision: 0 })
    return id
  }
  const consentTo = async (api: typeof running.api, id: string, contactId: string | null = null) => {
    const consent = {
      id: randomUUID(),
      clientId: clientIdSchema.parse(id),
      contactId,
      givenOn: '2026-03-02',
      manner: 'in-person',
      said: 'Agreed.',
    } as const
    await api.sharing.giveConsent(consent)
    return consent.id
  }
  const addClient = async (api: typeof running.api, code: string) => {
    const id = await create(api, code)
    return { id, consent: await consentTo(api, id) }
  }
  const prepare = ({ api }: Pick<typeof running, 'api'>, contactId: string, ...clientIds: string[]) =>
    api.sharing.prepare({
      contactId,
      clients: clientIds.map((clientId) => clientShare(clientId)),
      withWellbeing: false,
    })
  const send = async (
    vault: Pick<typeof running, 'api' | 'grant'>,
    contactId: string,
    ...clientIds: string[]
  ) => {
    const prepared = await prepare(vault, contactId, ...clientIds)
    await vault.api.sharing.send({
      bundleId: prepared.bundleId,
      confirmed: prepared.lines.map(({ key }) => key),
      token: vault.grant('bundle', join(temporaryFolder(), 'bundle.age')),
    })
    return prepared.text
  }
  /** Restores the newest backup and opens what came of it. */
  const restored = async () => {
    const source = await newestOf(running.api)
    const { ticket } = await running.api.backups.open({ source, secret: { kind: 'present' } })
    await running.api.backups.restore({ ticket, acceptsOtherVault: false })
    const next = startVault(folder, clock)
    await next.unlock()
    return next
  }
  const ruth = await addContact(running.api, 'Ruth')
  const fern = await addClient(running.api, 'Fern')
  return {
    ...running,
    folder,
    clock,
    addContact,
    create,
    consentTo,
    addClient,
    prepare,
    send,
    restored,
    ruth,
    fern,
  }
}

test('fault 269: a consent that was withdrawn after the backup stays withdrawn, and the client is asked back', async () => {
  const vault = await vaultToShare()
  const { api, send, ruth, fern, prepare, restored } = vault
  const pseudonym = pseudonymIn.exec(await send(vault, ruth, fern.id))?.[1]
  await api.backups.make()
  await api.sharing.withdrawConsent({ id: fern.consent, withdrawnOn: '2026-03-20' })
  const after = await restored()
  await expect(prepare(after, ruth, fern.id)).rejects.toMatchObject({ code: 'consent-missing' })
  expect((await prepare(after, ruth)).text).toContain(`"withdrawn":["${pseudonym}"]`)
})

test('fault 269: what was first shared after the backup keeps its pseudonym, and can be withdrawn', async () => {
  const vault = await vaultToShare()
  const { api, send, ruth, fern, prepare, restored } = vault
  await api.backups.make()
  const pseudonym = pseudonymIn.exec(await send(vault, ruth, fern.id))?.[1]
  const after = await restored()
  expect((await prepare(after, ruth, fern.id)).clients[0]?.pseudonym).toBe(pseudonym)
  await after.api.sharing.withdrawConsent({ id: fern.consent, withdrawnOn: '2026-03-20' })
  expect((await prepare(after, ruth)).text).toContain(`"withdrawn":["${pseudonym}"]`)
})

test('fault 269: what was shared and withdrawn, both after the backup, is asked back', async () => {
  const vault = await vaultToShare()
  const { api, send, ruth, fern, prepare, restored } = vault
  await api.backups.make()
  const pseudonym = pseudonymIn.exec(await send(vault, ruth, fern.id))?.[1]
  await api.sharing.withdrawConsent({ id: fern.consent, withdrawnOn: '2026-03-20' })
  const after = await restored()
  expect((await prepare(after, ruth)).text).toContain(`"withdrawn":["${pseudonym}"]`)
})

test('fault 269: a client and a contact from after the backup: the contact is there, and asked to remove the client', async () => {
  const vault = await vaultToShare()
  const { api, send, addContact, addClient, prepare, restored } = vault
  await api.backups.make()
  const [max, moss] = [await addContact(api, 'Max'), await addClient(api, 'Moss')]
  const pseudonym = pseudonymIn.exec(await send(vault, max, moss.id))?.[1]
  const after = await restored()
  expect((await after.api.contacts.list()).map(({ name }) => name)).toEqual(['Max', 'Ruth'])
  expect((await prepare(after, max)).text).toContain(`"withdrawn":["${pseudonym}"]`)
})

test('fault 341: a consent from after the backup, on which a client was shared, is there and can be withdrawn', async () => {
  const vault = await vaultToShare()
  const { api, create, consentTo, send, addContact, prepare, restored } = vault
  const moss = await create(api, 'Moss')
  const unshared = await create(api, 'Ivy')
  await api.backups.make()
  const max = await addContact(api, 'Max')
  const consent = await consentTo(api, moss, max)
  await consentTo(api, unshared)
  const pseudonym = pseudonymIn.exec(await send(vault, max, moss))?.[1]
  const { api: after, ...rest } = await restored()
  const { consents, holdings } = await after.sharing.consents({ clientId: clientIdSchema.parse(moss) })
  expect(consents).toMatchObject([{ id: consent, contactName: 'Max', said: 'Agreed.', withdrawnOn: null }])
  expect(holdings).toMatchObject([{ contactName: 'Max', state: 'shared' }])
  expect(await after.sharing.sent()).toMatchObject([
    { contactName: 'Max', clients: [{ code: 'Moss', pseudonym }] },
  ])
  expect((await after.sharing.consents({ clientId: clientIdSchema.parse(unshared) })).consents).toEqual([])
  await after.sharing.withdrawConsent({ id: consent, withdrawnOn: '2026-03-20' })
  expect((await prepare({ api: after, ...rest }, max)).text).toContain(`"withdrawn":["${pseudonym}"]`)
})

test('fault 341: what was asked back after the backup counts as asked, and every later file still asks for it', async () => {
  const vault = await vaultToShare()
  const { api, send, ruth, fern, prepare, restored } = vault
  const pseudonym = pseudonymIn.exec(await send(vault, ruth, fern.id))?.[1]
  await api.backups.make()
  await api.sharing.withdrawConsent({ id: fern.consent, withdrawnOn: '2026-03-20' })
  await send(vault, ruth)
  const after = await restored()
  expect((await after.api.sharing.consents({ clientId: fern.id })).holdings).toMatchObject([
    { state: 'asked' },
  ])
  expect((await after.api.sharing.choices()).recipients).toMatchObject([{ name: 'Ruth', toWithdraw: 0 }])
  expect((await after.api.sharing.sent()).filter(({ removals }) => removals === 1)).toHaveLength(1)
  expect((await prepare(after, ruth)).text).toContain(`"withdrawn":["${pseudonym}"]`)
})

test('fault 270: after a clock that was far ahead and a restore, the next bundle still has a higher number', async () => {
  const vault = await vaultToShare()
  const { api, clock, send, ruth, fern, prepare, restored } = vault
  await api.backups.make()
  const now = clock.now
  clock.now = new Date('2031-03-20T15:00:00.000Z')
  const sent = Number(numberIn.exec(await send(vault, ruth, fern.id))?.[1])
  clock.now = now
  const after = await restored()
  const next = Number(numberIn.exec((await prepare(after, ruth, fern.id)).text)?.[1])
  expect(next).toBe(sent + 1)
})

test('fault 276: a number of a session that left after the backup is given to no other session', async () => {
  const vault = await vaultToShare()
  const { api, send, restored, ruth, fern } = vault
  await api.backups.make()
  await api.sessions.save({
    log: sessionLog(fern.id, { session: { number: 2 } }),
    expectedRevision: 0,
  })
  await send(vault, ruth, fern.id)
  const after = await restored()
  expect(await after.api.sessions.nextNumber({ clientId: fern.id })).toEqual({ number: 3 })
})

test('fault 278, fault 344: a vault that was restored without reading the one before it says so until it is looked through', async () => {
  const vault = await vaultToShare()
  const { api, folder, clock } = vault
  await api.backups.make()
  expect((await api.sharing.choices()).unknownSince).toBeNull()
  await vault.handlers.close()
  for (const name of readdirSync(join(folder, 'vault')).filter((file) => file.endsWith('.db')))
    truncateSync(join(folder, 'vault', name), 0)
  const next = startVault(folder, clock)
  const secret = { kind: 'passphrase', passphrase: rightPassphrase } as const
  const { ticket } = await next.api.backups.open({ source: await newestOf(next.api), secret })
  expect(await next.api.backups.restore({ ticket, acceptsOtherVault: false })).toMatchObject({
    knowsSharing: false,
  })
  const after = startVault(folder, clock)
  await after.unlock()
  const since = clock.now.toISOString()
  expect((await after.api.sharing.choices()).unknownSince).toBe(since)
  expect(await after.api.review.unknown()).toEqual({ since })
  await after.api.sharing.noteLookedThrough()
  expect((await after.api.sharing.choices()).unknownSince).toBeNull()
  // Who is also a supervisor has that still to look through.
  expect(await after.api.review.unknown()).toEqual({ since })
  await after.api.review.noteLookedThrough()
  expect(await after.api.review.unknown()).toEqual({ since: null })
})

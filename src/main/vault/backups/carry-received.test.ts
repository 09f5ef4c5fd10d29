import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientEntry, sessionLog } from '../testing/entries.ts'
import { newestOf, startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createTestVault, rightPassphrase } from '../testing/test-vault.ts'
import { clientShare } from '../testing/client-share.ts'
import { comparedPeople } from '../testing/compared-people.ts'

/** A supervisor's real vault, and a therapist's who shares clients with it. They have compared words. */
async function twoPeople() {
  const folder = temporaryFolder()
  const clock = { now: new Date('2026-03-20T15:00:00.000Z') }
  const supervisor = startVault(folder, clock)
  await supervisor.api.vault.create({ passphrase: rightPassphrase })
  const { api, grant } = createTestVault()
  const { ruth, ada } = await comparedPeople(api, supervisor.api)
  const addClient = async (code: string) => {
    const { id } = await api.clients.create(clientEntry({ code }))
    await api.sessions.save({ log: sessionLog(id), expectedRevision: 0 })
    const consent = randomUUID()
    await api.sharing.giveConsent({
      id: consent,
      clientId: id,
      contactId: null,
      givenOn: '2026-03-02',
      manner: 'in-person',
      said: 'Agreed.',
    })
    return { id, consent }
  }
  /** Saves a file for the supervisor, and gives its path with the names of the clients in it. */
  const save = async (...clientIds: string[]) => {
    const prepared = await api.sharing.prepare({
      contactId: ruth,
      clients: clientIds.map((clientId) => clientShare(clientId)),
      withWellbeing: false,
    })
    const path = join(temporaryFolder(), 'bundle.age')
    await api.sharing.send({
      bundleId: prepared.bundleId,
      confirmed: prepared.lines.map(({ key }) => key),
      token: grant('bundle', path),
    })
    return { path, names: prepared.clients.map(({ pseudonym }) => pseudonym) }
  }
  type Vault = Pick<typeof supervisor, 'api' | 'grant'>
  const preview = async (vault: Vault, path: string) => {
    const found = await vault.api.review.preview({ token: vault.grant('received-bundle', path) })
    if (found.kind === 'refused') throw new Error(found.reason)
    return found
  }
  const open = async (vault: Vault, path: string) => {
    const { importId } = await preview(vault, path)
    if (importId === null) throw new Error('not importable')
    await vault.api.review.import({ importId })
  }
  const restored = async () => {
    const source = await newestOf(supervisor.api)
    const { ticket } = await supervisor.api.backups.open({ source, secret: { kind: 'present' } })
    expect(await supervisor.api.backups.restore({ ticket, acceptsOtherVault: false })).toMatchObject({
      knowsSharing: true,
    })
    const next = startVault(folder, clock)
    await next.unlock()
    return next
  }
  const withdraw = (consent: string) =>
    api.sharing.withdrawConsent({ id: consent, withdrawnOn: '2026-03-20' })
  return { supervisor, ada, addClient, save, preview, open, restored, withdraw }
}

test('fault 342: a client who was withdrawn after the backup is not back after a restore, with all that was written', async () => {
  const { supervisor, ada, addClient, save, open, restored, withdraw } = await twoPeople()
  const [fern, moss] = [await addClient('Fern'), await addClient('Moss')]
  const { path, names } = await save(fern.id, moss.id)
  await open(supervisor, path)
  const received = (await supervisor.api.review.overview())[0]?.clients ?? []
  const [ofFern = '', ofMoss = ''] = names
  const id = received.find(({ pseudonym }) => pseudonym === ofFern)!.id
  await supervisor.api.replies.addLine({ id: randomUUID(), clientId: id, line: 'Silence' })
  await supervisor.api.backups.make()
  await withdraw(fern.consent)
  await open(supervisor, (await save()).path)
  const after = await restored()
  expect(await after.api.review.overview()).toMatchObject([
    { contactId: ada, withdrawn: [ofFern], clients: [{ pseudonym: ofMoss }] },
  ])
  expect(await after.api.replies.lines()).toEqual([])
})

test('fault 343: a file from before a withdrawal brings the client back neither after a restore nor later', async () => {
  const { supervisor, addClient, save, preview, open, restored, withdraw } = await twoPeople()
  const [fern, moss] = [await addClient('Fern'), await addClient('Moss')]
  const first = await save(moss.id)
  await open(supervisor, first.path)
  await supervisor.api.backups.make()
  const second = await save(fern.id, moss.id)
  await open(supervisor, second.path)
  await withdraw(fern.consent)
  await open(supervisor, (await save(moss.id)).path)
  const after = await restored()
  const ofFern = second.names.filter((name) => !first.names.includes(name))
  expect(await preview(after, second.path)).toMatchObject({
    order: 'new',
    leftOut: ofFern,
    clients: [{ pseudonym: first.names[0] }],
    withdrawn: [],
    absent: [],
  })
  await open(after, second.path)
  expect((await after.api.review.overview())[0]?.clients).toMatchObject([{ pseudonym: first.names[0] }])
})

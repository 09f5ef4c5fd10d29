import { expect, test } from 'vitest'
import { newestOf, startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createTestVault, rightPassphrase } from '../testing/test-vault.ts'

const cardOf = (name: string) => createTestVault().api.contacts.makeCard({ name })

/** A real vault with a contact, whose words were compared unless said otherwise, and a backup of that moment. */
async function backedUp({ isCompared }: { readonly isCompared: boolean }) {
  const folder = temporaryFolder()
  const clock = { now: new Date('2026-03-20T15:00:00.000Z') }
  const { api } = startVault(folder, clock)
  await api.vault.create({ passphrase: rightPassphrase })
  await api.contacts.makeCard({ name: 'Bo' })
  const first = await cardOf('Ruth')
  const added = await api.contacts.add({ text: first.card, contactId: null, name: null })
  if (added.kind !== 'added') throw new Error(added.kind)
  const { id } = added.contact
  if (isCompared) await api.contacts.compare({ id, typed: first.words.join(' ') })
  await api.backups.make()
  /** Brings later keys of the same person, and gives the words for them. */
  const changeKeys = async (): Promise<string> => {
    const later = await cardOf('Ruth')
    await api.contacts.add({ text: later.card, contactId: id, name: null })
    return later.words.join(' ')
  }
  const restored = async () => {
    const { ticket } = await api.backups.open({
      source: await newestOf(api),
      secret: { kind: 'present' },
    })
    await api.backups.restore({ ticket, acceptsOtherVault: false })
    const next = startVault(folder, clock)
    await next.unlock()
    return next
  }
  return { api, id, words: first.words.join(' '), changeKeys, restored }
}

test('fault 383: keys that were replaced after the backup are not trusted again, and the later ones wait for their words', async () => {
  const { api, id, changeKeys, restored } = await backedUp({ isCompared: true })
  const later = await changeKeys()
  expect(await api.contacts.compare({ id, typed: later })).toMatchObject({ kind: 'same' })
  const { api: after } = await restored()
  expect(await after.contacts.get({ id })).toMatchObject({ state: 'changed' })
  await expect(
    after.sharing.prepare({ contactId: id, clients: [], withWellbeing: false }),
  ).rejects.toMatchObject({ code: 'not-found' })
  expect(await after.contacts.compare({ id, typed: later })).toMatchObject({ kind: 'same' })
  expect(await after.contacts.get({ id })).toMatchObject({ state: 'compared' })
})

test('fault 383: keys that came after the backup and that nobody has compared are still to be settled', async () => {
  const { id, changeKeys, restored } = await backedUp({ isCompared: true })
  await changeKeys()
  const { api: after } = await restored()
  expect(await after.contacts.get({ id })).toMatchObject({ state: 'changed' })
  await after.contacts.refuseKeys({ id })
  expect(await after.contacts.get({ id })).toMatchObject({ state: 'compared' })
})

test('a contact whose keys are the same as in the backup stays as the backup has them', async () => {
  const { id, restored } = await backedUp({ isCompared: true })
  const { api: after } = await restored()
  expect(await after.contacts.get({ id })).toMatchObject({ state: 'compared' })
})

test('later keys take the place of those that nobody had compared', async () => {
  const { id, words, changeKeys, restored } = await backedUp({ isCompared: false })
  const later = await changeKeys()
  const { api: after } = await restored()
  expect(await after.contacts.get({ id })).toMatchObject({ state: 'new' })
  expect(await after.contacts.compare({ id, typed: words })).not.toMatchObject({ kind: 'same' })
  expect(await after.contacts.compare({ id, typed: later })).toMatchObject({ kind: 'same' })
})

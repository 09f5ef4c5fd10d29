import { expect, test } from 'vitest'
import { createTestVault, rightPassphrase } from '../testing/test-vault.ts'
import { newestOf, startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const present = { kind: 'present' } as const

test('the own card and the compared people are there after a restore, with the same words', async () => {
  const folder = temporaryFolder()
  const first = startVault(folder)
  await first.api.vault.create({ passphrase: rightPassphrase })
  const own = await first.api.contacts.makeCard({ name: 'Bo' })
  const ada = createTestVault()
  const adas = await ada.api.contacts.makeCard({ name: 'Ada' })
  const added = await first.api.contacts.add({ text: adas.card, contactId: null, name: null })
  if (added.kind !== 'added') throw new Error(added.kind)
  await first.api.contacts.compare({ id: added.contact.id, typed: adas.words.join(' ') })
  await first.api.backups.make()
  await first.api.contacts.remove({ id: added.contact.id })
  const { ticket } = await first.api.backups.open({ source: await newestOf(first.api), secret: present })
  await first.api.backups.restore({ ticket, acceptsOtherVault: false })

  const { api } = startVault(folder)
  await api.vault.unlock({ passphrase: rightPassphrase })
  expect(await api.contacts.own()).toEqual(own)
  expect(await api.contacts.list()).toEqual([{ ...added.contact, state: 'compared' }])
  // A person who had the card knows these keys again.
  await ada.api.contacts.add({ text: own.card, contactId: null, name: null })
  const card = (await api.contacts.own())?.card ?? ''
  expect(await ada.api.contacts.add({ text: card, contactId: null, name: null })).toMatchObject({
    kind: 'known',
  })
})

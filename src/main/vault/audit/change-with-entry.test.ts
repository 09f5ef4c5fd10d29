import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { change } from '../database/change.ts'
import { unlockVault } from '../opening/unlock-vault.ts'
import { clientEntry, sessionLog } from '../testing/entries.ts'
import { lockedVault, lockWithBackup, startVault } from '../testing/running-vault.ts'
import { rightPassphrase } from '../testing/test-vault.ts'

const ris = 'TY  - JOUR\nTI  - One\nPY  - 2020\nER  - \n'
const everything = { area: null, clientId: null, from: null, to: null, before: null, most: 200 }

/** A vault whose disk refuses the entries of these kinds, as one that fills up at that moment. */
async function refusingEntriesOf(...kinds: string[]): Promise<string> {
  const folder = await lockedVault()
  const vault = await unlockVault(join(folder, 'vault'), typedSecret(rightPassphrase))
  const refused = kinds.map((kind) => `'${kind}'`).join()
  change(vault.db, () =>
    vault.db.exec(`
      CREATE TRIGGER refusing BEFORE INSERT ON audit_entries WHEN NEW.kind IN (${refused})
      BEGIN SELECT RAISE(ABORT, 'refused'); END`),
  )
  vault.close()
  return folder
}

async function unlocked(folder: string) {
  const running = startVault(folder)
  await running.unlock()
  const kinds = async () => (await running.api.audit.list(everything)).entries.map(({ kind }) => kind)
  return { ...running, kinds }
}

test('fault 125: references are imported only together with their entry', async () => {
  const { api } = await unlocked(await refusingEntriesOf('library-changed'))
  const before = await api.evidence.list()
  await expect(api.evidence.import({ name: 'a.ris', text: ris })).rejects.toThrow()
  expect(await api.evidence.list()).toEqual(before)

  const sound = await unlocked(await lockedVault())
  expect((await sound.api.evidence.import({ name: 'a.ris', text: ris })).imported).toHaveLength(1)
  expect(await sound.kinds()).toContain('library-changed')
})

test('fault 125: a PIN is set and removed only together with its entry', async () => {
  const { api } = await unlocked(await refusingEntriesOf('security-settings-changed'))
  await expect(api.keys.setPin({ passphrase: rightPassphrase, pin: '2718' })).rejects.toThrow()
  expect((await api.vault.status()).hasPin).toBe(false)

  const sound = await unlocked(await lockedVault())
  await sound.api.keys.setPin({ passphrase: rightPassphrase, pin: '2718' })
  await sound.api.keys.removePin()
  expect((await sound.kinds()).filter((kind) => kind === 'security-settings-changed')).toHaveLength(2)
})

test('fault 125: a hand-over ends only together with its entry', async () => {
  const { api } = await unlocked(await refusingEntriesOf('hand-over-returned'))
  const client = await api.clients.create(clientEntry())
  const log = sessionLog(client.id)
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.handOver.begin({ sessionId: log.session.id })
  await expect(api.handOver.return({ passphrase: rightPassphrase })).rejects.toThrow()
  expect((await api.vault.status()).state).toBe('handOver')
})

test('fault 125: a vault that has gone back is accepted only together with its entry', async () => {
  const folder = await refusingEntriesOf('older-state-accepted')
  const vaultFolder = join(folder, 'vault')
  cpSync(vaultFolder, join(folder, 'earlier'), { recursive: true })
  const later = await unlocked(folder)
  await later.api.clients.create(clientEntry())
  await lockWithBackup(later)
  rmSync(vaultFolder, { recursive: true })
  cpSync(join(folder, 'earlier'), vaultFolder, { recursive: true })

  const { api } = await unlocked(folder)
  expect((await api.vault.status()).goneBack).not.toBeNull()
  await expect(api.vault.goOn()).rejects.toThrow()
  expect((await api.vault.status()).goneBack).not.toBeNull()
  await expect(api.clients.create(clientEntry())).rejects.toThrow()
})

import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { another, opened, passphrase, readBack, start } from './testing/key-vault.ts'

test('re-encrypting gives the vault another key and another paper, and keeps its content', async () => {
  const { folder, vault, api } = await opened()
  const old = await api.keys.beginRecoveryKey({ passphrase: null })
  await api.keys.confirmRecoveryKey(readBack(old))
  const client = await api.clients.create(clientEntry())
  await expect(api.keys.reencrypt(readBack(old))).rejects.toMatchObject({ code: 'not-available' })
  const fresh = await api.keys.beginReencryption({ passphrase })
  await expect(api.keys.confirmRecoveryKey(readBack(fresh))).rejects.toMatchObject({ code: 'not-available' })
  expect(await api.keys.reencrypt(readBack(fresh))).toMatchObject({ state: 'open', access: 'full' })
  // The app continues with the new file.
  expect(await api.clients.list()).toHaveLength(1)
  await api.sessions.save({ log: sessionLog(client.id), expectedRevision: 0 })
  await vault.close()

  const next = start(folder)
  await expect(
    next.api.vault.unlockWithRecoveryKey({ recoveryKey: old.groups.join(' ') }),
  ).rejects.toMatchObject({ code: 'wrong-recovery-key' })
  await next.api.vault.unlockWithRecoveryKey({ recoveryKey: fresh.groups.join(' ') })
  await next.api.keys.choosePassphrase({ next: passphrase })
  expect(await next.api.clients.list()).toHaveLength(1)
  await next.vault.close()
  await start(folder).api.vault.unlock({ passphrase })
})

test('changing the passphrase ends a re-encryption begun under the earlier one', async () => {
  const { api } = await opened()
  const begun = await api.keys.beginReencryption({ passphrase })
  await api.keys.changePassphrase({ current: passphrase, next: another })
  await expect(api.keys.reencrypt(readBack(begun))).rejects.toMatchObject({ code: 'not-available' })
  const again = await api.keys.beginReencryption({ passphrase: another })
  await api.keys.cancel()
  await expect(api.keys.reencrypt(readBack(again))).rejects.toMatchObject({ code: 'not-available' })
})

async function reencrypting() {
  const made = await opened()
  await made.api.clients.create(clientEntry({ code: 'Birch' }))
  return { ...made, begun: await made.api.keys.beginReencryption({ passphrase }) }
}

test('fault 68: before a re-encryption the vault is backed up, and nothing is acknowledged in between', async () => {
  const { folder, api, begun } = await reencrypting()
  const running = api.keys.reencrypt(readBack(begun))
  await expect(api.clients.create(clientEntry({ code: 'During' }))).rejects.toMatchObject({
    code: 'vault-being-replaced',
  })
  await running
  expect(readdirSync(folder)).not.toContain('vault-1.db')
  expect(readdirSync(folder).filter((name) => name.includes('set-aside'))).toEqual([])
  const { backups } = await api.backups.list()
  // The new key does not vouch for it; the passphrase of its day opens it.
  expect(backups.map(({ state }) => state)).toEqual(['other-key'])
  const [backup] = backups
  if (!backup) throw new Error('there is no backup')
  const secret = { kind: 'passphrase', passphrase } as const
  const preview = await api.backups.open({ source: { kind: 'listed', id: backup.id }, secret })
  expect(preview.backup.clients).toBe(1)
  await api.clients.create(clientEntry({ code: 'After' }))
})

test('fault 68: if no backup can be made before a re-encryption, the old database is set aside', async () => {
  const { folder, api, begun } = await reencrypting()
  writeFileSync(join(dirname(folder), 'backups'), 'a file where the folder should be')
  await api.keys.reencrypt(readBack(begun))
  expect(readdirSync(folder)).toContain('vault-1.db.set-aside-before-re-encryption-20260320T150000Z-1')
  expect(await api.clients.list()).toHaveLength(1)
})

test('a re-encryption that is given up during its backup changes nothing', async () => {
  const { api, begun } = await reencrypting()
  const running = api.keys.reencrypt(readBack(begun)).catch((cause: unknown) => cause)
  await api.keys.cancel()
  expect(await running).toMatchObject({ code: 'not-available' })
  await api.clients.create(clientEntry({ code: 'Cedar' }))
  expect(await api.clients.list()).toHaveLength(2)
})

test('what is viewed during the backup before a re-encryption is in the log', async () => {
  const { api, begun } = await reencrypting()
  const [listed] = await api.clients.list()
  if (!listed) throw new Error('there is no client')
  const running = api.keys.reencrypt(readBack(begun))
  await api.clients.get({ id: listed.client.id })
  await running
  const everything = { area: null, clientId: null, from: null, to: null, before: null, most: 50 }
  const { entries } = await api.audit.list(everything)
  expect(entries.map(({ kind }) => kind)).toContain('client-viewed')
  expect((await api.audit.check()).findings).toEqual([])
})

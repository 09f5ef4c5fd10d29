import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rightPassphrase } from '../testing/test-vault.ts'
import { lockedVault, newestOf, startVault } from '../testing/running-vault.ts'

test('fault 94: what a killed preview or backup left half-made is deleted when the next process starts', async () => {
  const folder = await lockedVault()
  const killed = startVault(folder)
  await killed.api.backups.open({
    source: await newestOf(killed.api),
    secret: { kind: 'passphrase', passphrase: rightPassphrase },
  })
  const staging = join(folder, 'restoring')
  expect(readdirSync(staging)).toHaveLength(1)
  const partial = join(folder, 'backups', '.attune-0123456789abcdef.part-db')
  writeFileSync(partial, 'half a backup')

  const next = startVault(folder)
  expect(existsSync(staging)).toBe(false)
  expect(existsSync(partial)).toBe(false)
  expect((await next.api.backups.list()).backups).toHaveLength(1)
  expect(await next.unlock()).toMatchObject({ state: 'open' })
})

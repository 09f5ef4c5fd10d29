import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { argon2Floor } from '../keys/stretch.ts'
import { createVault } from './create-vault.ts'
import { unlockVault } from './unlock-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const passphrase = 'quiet harbour seven lamps'

test('a vault closed while a new passphrase is derived keeps the old one', async () => {
  const folder = join(temporaryFolder(), 'vault')
  const vault = await createVault(folder, typedSecret(passphrase), argon2Floor)
  const header = (): string => readFileSync(join(folder, 'vault.json'), 'utf8')
  const changing = vault.setPassphrase(typedSecret('another lantern six boats'), argon2Floor)
  vault.close()
  const before = header()
  await expect(changing).rejects.toMatchObject({ code: 'not-available' })
  expect(header()).toBe(before)
  const opened = await unlockVault(folder, typedSecret(passphrase))
  opened.close()
})

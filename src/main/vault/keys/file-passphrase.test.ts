import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientEntry } from '../testing/entries.ts'
import { startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { rightPassphrase } from '../testing/test-vault.ts'

const another = 'nine lanterns under a bridge'

test('fault 340: a file that leaves the vault is not sealed with the passphrase that opens the vault', async () => {
  const { api, grant } = startVault(temporaryFolder())
  await api.vault.create({ passphrase: rightPassphrase })
  const client = await api.clients.create(clientEntry())
  const folder = temporaryFolder()
  const save = {
    'archive.age': (file: string, passphrase: string) =>
      api.backups.exportArchive({ token: grant('archive', file), passphrase }),
    'client.age': (file: string, passphrase: string) =>
      api.rights.exportClient({
        clientId: client.id,
        format: 'age',
        passphrase,
        token: grant('client-archive', file),
      }),
  }
  for (const [name, saveAs] of Object.entries(save)) {
    const file = join(folder, name)
    await expect(saveAs(file, rightPassphrase), name).rejects.toMatchObject({ code: 'passphrase-of-vault' })
    expect(existsSync(file), name).toBe(false)
    await saveAs(file, another)
    expect(existsSync(file), name).toBe(true)
  }
  // A refusal is no wrong guess: the vault's own passphrase still proves at once.
  await api.keys.setPin({ passphrase: rightPassphrase, pin: '2718' })
})

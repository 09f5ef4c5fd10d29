import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { createRouter } from '#shared/contract/router.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { assetsFolder, createTestApi } from './testing/test-vault.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { createFileGrants } from './files/file-grants.ts'
import { unlockVault } from './opening/unlock-vault.ts'
import { createVaultHandlers } from './vault-handlers.ts'

const cost = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 } as const
const passphrase = 'quiet harbour seven lamps'

function process(vaultFolder: string, assets = assetsFolder) {
  const states: string[] = []
  const vault = createVaultHandlers({
    vaultFolder,
    assetsFolder: assets,
    chooseCost: () => Promise.resolve(cost),
    grants: createFileGrants(() => new Date()),
    now: () => new Date(),
    zone: () => 'UTC',
    sleep: () => Promise.resolve(),
    onState: (state) => states.push(state),
  })
  const route = createRouter({
    host: 'vault',
    operations: contract,
    handlers: vault.handlers,
    state: vault.state,
    report: (path, cause) => {
      throw new Error(path, { cause })
    },
  })
  return { vault, route, api: createTestApi(route), states }
}

test('a locked vault serves only operations that are available while locked', async () => {
  const { route } = process(join(temporaryFolder(), 'vault'))
  for (const [feature, operations] of Object.entries(contract))
    for (const [name, { host, availableIn }] of Object.entries(operations)) {
      const path = `${feature}.${name}`
      if (host !== 'vault' || feature === 'vault' || availableIn.includes('locked')) continue
      expect(await route({ path, input: {} }), path).toMatchObject({ code: 'not-available' })
    }
  expect(await route({ path: 'vault.status', input: undefined })).toMatchObject({
    ok: true,
    value: { state: 'locked', presence: 'none' },
  })
})

test('a vault is created, locked when its process ends, and opened by the next process only with its passphrase', async () => {
  const folder = join(temporaryFolder(), 'vault')
  const first = process(folder)
  await expect(first.api.vault.unlock({ passphrase })).rejects.toMatchObject({ code: 'vault-missing' })
  await expect(first.api.vault.create({ passphrase: 'too short' })).rejects.toMatchObject({
    code: 'passphrase-too-short',
  })
  expect(await first.api.vault.create({ passphrase })).toMatchObject({ state: 'open', hasSample: false })
  await first.api.sample.load()
  await first.vault.close()
  expect(first.states).toEqual(['open'])

  const second = process(folder)
  expect(await second.api.vault.status()).toMatchObject({
    state: 'locked',
    presence: 'present',
    hasSample: false,
  })
  await expect(second.api.vault.unlock({ passphrase: `${passphrase} ` })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
  expect(await second.api.vault.unlock({ passphrase })).toMatchObject({ state: 'open', hasSample: true })
  expect(await second.api.clients.list()).toHaveLength(12)
  await second.vault.close()
})

test('a failed opening leaves no key and no open file behind', async () => {
  const folder = join(temporaryFolder(), 'vault')
  const first = process(folder)
  await first.api.vault.create({ passphrase })
  await first.vault.close()
  const broken = process(folder, join(folder, 'no-such-assets'))
  await expect(broken.api.vault.unlock({ passphrase })).resolves.toMatchObject({ state: 'open' })
  await broken.vault.close()

  // Without this table the features fail after the database was opened.
  const damaging = await unlockVault(folder, typedSecret(passphrase))
  damaging.db.exec('DROP TABLE wellbeing_checks; ALTER TABLE sessions RENAME COLUMN notes TO gone')
  damaging.close()
  const failing = process(folder)
  await expect(failing.api.vault.unlock({ passphrase })).rejects.toThrow()
  expect(failing.vault.state()).toBe('locked')
  const after = await unlockVault(folder, typedSecret(passphrase))
  after.close()
})

test('a second unlock while one runs is refused, not queued', async () => {
  const folder = join(temporaryFolder(), 'vault')
  const { api, vault } = process(folder)
  const [first, second] = await Promise.allSettled([
    api.vault.create({ passphrase }),
    api.vault.create({ passphrase }),
  ])
  expect(first.status).toBe('fulfilled')
  expect(second).toMatchObject({ status: 'rejected', reason: { code: 'not-available' } })
  await vault.close()
})

test('a lock backs up what changed; a hurried lock or one without changes does not', async () => {
  const folder = join(temporaryFolder(), 'vault')
  const steps: string[] = []
  const closing = { mayBackUp: true, onBackingUp: () => steps.push('backing up') }
  const first = process(folder)
  await first.api.vault.create({ passphrase })
  await first.api.sample.load()
  await first.vault.close({ ...closing, mayBackUp: false })
  const second = process(folder)
  expect((await second.api.backups.list()).backups).toEqual([])
  await second.api.vault.unlock({ passphrase })
  await second.vault.close(closing)
  expect(steps.length).toBeGreaterThan(0)

  steps.length = 0
  const third = process(folder)
  expect((await third.api.backups.list()).backups).toHaveLength(1)
  await third.api.vault.unlock({ passphrase })
  await third.vault.close(closing)
  expect(steps).toEqual([])
  expect((await process(folder).api.backups.list()).backups).toHaveLength(1)
})

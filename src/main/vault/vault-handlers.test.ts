import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { createRouter } from '#shared/contract/router.ts'
import { assetsFolder, createTestApi } from './testing/test-vault.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { createVaultHandlers } from './vault-handlers.ts'

const cost = { memoryKibibytes: 64 * 1024, passes: 3, parallelism: 1 } as const
const passphrase = 'quiet harbour seven lamps'

function process(vaultFolder: string) {
  const states: string[] = []
  const vault = createVaultHandlers({
    vaultFolder,
    assetsFolder,
    cost,
    now: () => new Date(),
    zone: () => 'UTC',
    onState: (state) => states.push(state),
  })
  const route = createRouter({
    host: 'vault',
    handlers: vault.handlers,
    state: vault.state,
    report: (path, cause) => {
      throw new Error(path, { cause })
    },
  })
  return { vault, route, api: createTestApi(route), states }
}

test('locked, nothing but status, create and unlock is served', async () => {
  const { route } = process(join(temporaryFolder(), 'vault'))
  for (const [feature, operations] of Object.entries(contract))
    for (const [name, { host }] of Object.entries(operations)) {
      const path = `${feature}.${name}`
      if (host !== 'vault' || feature === 'vault') continue
      expect(await route({ path, input: {} }), path).toMatchObject({ code: 'not-available' })
    }
  expect(await route({ path: 'vault.status', input: undefined })).toMatchObject({
    ok: true,
    value: { state: 'locked', presence: 'none' },
  })
})

test('a vault is created, locked by the end of its process, and opened by the next with its passphrase only', async () => {
  const folder = join(temporaryFolder(), 'vault')
  const first = process(folder)
  await expect(first.api.vault.unlock({ passphrase })).rejects.toMatchObject({ code: 'vault-missing' })
  await expect(first.api.vault.create({ passphrase: 'too short' })).rejects.toMatchObject({
    code: 'passphrase-too-short',
  })
  expect(await first.api.vault.create({ passphrase })).toMatchObject({ state: 'open', hasSample: false })
  await first.api.sample.load()
  first.vault.close()
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
  second.vault.close()
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
  vault.close()
})

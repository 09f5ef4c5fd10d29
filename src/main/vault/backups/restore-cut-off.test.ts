import type * as FileSystem from 'node:fs'
import { expect, test, vi } from 'vitest'
import { clientEntry } from '../testing/entries.ts'
import { newestOf, startVault } from '../testing/running-vault.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { rightPassphrase } from '../testing/test-vault.ts'

const disk = vi.hoisted(() => ({ holdsNewDatabase: false }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof FileSystem>()
  return {
    ...real,
    renameSync: (from: string, to: string) => {
      if (disk.holdsNewDatabase && to.endsWith('vault-2.db'))
        throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'rename' })
      real.renameSync(from, to)
    },
  }
})

test('a restore that fails after its commit locks, and the next unlock finishes it', async () => {
  const folder = temporaryFolder()
  const { api, events, handlers } = startVault(folder)
  await api.vault.create({ passphrase: rightPassphrase })
  await api.clients.create(clientEntry({ code: 'Ash' }))
  await api.backups.make()
  await api.clients.create(clientEntry({ code: 'Birch' }))
  const source = await newestOf(api)
  const { ticket } = await api.backups.open({ source, secret: { kind: 'present' } })
  disk.holdsNewDatabase = true
  await expect(api.backups.restore({ ticket, acceptsOtherVault: false })).rejects.toThrow()
  expect(events.slice(-2)).toEqual(['locked', 'needs replacing'])
  expect(handlers.state()).toBe('locked')

  disk.holdsNewDatabase = false
  const next = startVault(folder)
  await next.api.vault.unlock({ passphrase: rightPassphrase })
  expect((await next.api.clients.list()).map(({ client }) => client.code)).toEqual(['Ash'])
})

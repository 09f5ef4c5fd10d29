import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { createErasedClients } from '../../records/erased-clients.ts'
import { foldersToFinish, putFoldersToFinish } from '../../records/unfinished-erasure.ts'
import { createVaultSettingsRepository } from '../../records/vault-settings.repository.ts'
import { createTestVault } from '../../testing/test-vault.ts'
import { createCopyErasure, noCopies } from './copy-erasure.ts'

const folder = '/backups'
const noneRemoved = { ids: () => [] }

/** A vault that remembers an erased client, with copies whose erasing a test decides. */
function unfinished(erase: () => Promise<never>) {
  const { db } = createTestVault()
  const vaultSettings = createVaultSettingsRepository(db)
  const erasedClients = createErasedClients(db)
  erasedClients.decide(randomUUID(), false, new Date('2026-03-20T15:00:00.000Z'))
  putFoldersToFinish(vaultSettings, [folder])
  const copies = { ...noCopies, erase, reachable: (folders: readonly string[]) => Promise.resolve(folders) }
  return {
    db,
    copyErasure: createCopyErasure({
      db,
      copies,
      erasedClients,
      removedSessions: noneRemoved,
      vaultSettings,
    }),
  }
}

test('a lock in the middle of the work on copies ends it without a fault', async () => {
  const erase = vi.fn(() => {
    db.close()
    return Promise.reject(new TypeError('The database connection is not open'))
  })
  const { db, copyErasure } = unfinished(erase)
  await expect(copyErasure.finish()).resolves.toBeUndefined()
  expect(erase).toHaveBeenCalledOnce()
  await expect(copyErasure.finish()).resolves.toBeUndefined()
  expect(erase).toHaveBeenCalledOnce()
})

test('a fault in the work on copies is reported while the vault is open', async () => {
  const { copyErasure } = unfinished(() => Promise.reject(new TypeError('a fault')))
  await expect(copyErasure.finish()).rejects.toThrow('a fault')
})

test('fault 150: a client erased during the work on copies leaves them at the next unlock, if a kill comes first', async () => {
  const { db } = createTestVault()
  const vaultSettings = createVaultSettingsRepository(db)
  const erasedClients = createErasedClients(db)
  const [first, second] = [randomUUID(), randomUUID()]
  const eraseInVault = (id: string): void => {
    erasedClients.decide(id, false, new Date('2026-03-20T15:00:00.000Z'))
    putFoldersToFinish(vaultSettings, [folder])
  }
  const working = Promise.withResolvers<void>()
  const erased = { copies: 0, unreached: [], away: [], pending: [], clean: [] }
  const reachable = (folders: readonly string[]) => Promise.resolve(folders)
  const erase = vi.fn(async () => {
    await working.promise
    return erased
  })
  eraseInVault(first)
  const before = createCopyErasure({
    db,
    erasedClients,
    removedSessions: noneRemoved,
    vaultSettings,
    copies: { ...noCopies, erase, reachable },
  })
  const done = before.erase()
  await vi.waitFor(() => expect(erase).toHaveBeenCalledWith({ clients: [first], sessions: [] }))
  // The kill comes before anybody looks for the second client in the copies.
  eraseInVault(second)
  working.resolve()
  await done
  expect(foldersToFinish(vaultSettings)).toEqual([folder])

  const later = vi.fn(() => Promise.resolve(erased))
  const copies = { ...noCopies, erase: later, reachable }
  await createCopyErasure({ db, erasedClients, removedSessions: noneRemoved, vaultSettings, copies }).finish()
  expect(later).toHaveBeenCalledWith({ clients: [first, second].toSorted(), sessions: [] })
  expect(foldersToFinish(vaultSettings)).toEqual([])
})

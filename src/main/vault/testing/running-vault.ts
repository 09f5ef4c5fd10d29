import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Api } from '#shared/contract/contract.ts'
import { contract } from '#shared/contract/contract.ts'
import type { BackupSource } from '#shared/contract/operations/backups.ts'
import { createRouter } from '#shared/contract/router.ts'
import { createFileGrants } from '../files/file-grants.ts'
import { createVaultHandlers } from '../vault-handlers.ts'
import { lightestCost } from './real-vault.ts'
import { assetsFolder, createTestApi, granter } from './test-vault.ts'

/** A vault process over a data folder, as the main process starts it. Tests may set `clock.now`. */
export function startVault(folder: string, clock = { now: new Date('2026-03-20T15:00:00.000Z') }) {
  const grants = createFileGrants(() => new Date())
  const events: string[] = []
  const handlers = createVaultHandlers({
    vaultFolder: join(folder, 'vault'),
    assetsFolder,
    grants,
    chooseCost: () => Promise.resolve(lightestCost),
    selfTest: () => Promise.resolve(),
    now: () => clock.now,
    zone: () => 'Europe/Oslo',
    sleep: () => Promise.resolve(),
    onState: (state) => events.push(state),
    onNeedsReplacing: () => events.push('needs replacing'),
  })
  const route = createRouter({
    host: 'vault',
    operations: contract,
    handlers: handlers.handlers,
    state: handlers.state,
    explain: handlers.explain,
    refuses: handlers.refuses,
    report: (path, cause) => {
      throw new Error(path, { cause })
    },
  })
  onTestFinished(() => handlers.close())
  return { api: createTestApi(route), handlers, events, clock, grant: granter(grants) }
}

/** Locks as the user does: with a backup if something changed. */
export function lockWithBackup({ handlers }: ReturnType<typeof startVault>): Promise<void> {
  return handlers.close({ mayBackUp: true, onBackingUp: () => undefined })
}

/** The newest backup of the list, as a source for a restore. */
export async function newestOf(api: Api): Promise<BackupSource> {
  const { backups } = await api.backups.list()
  const [newest] = backups
  if (!newest) throw new Error('there is no backup')
  return { kind: 'listed', id: newest.id }
}

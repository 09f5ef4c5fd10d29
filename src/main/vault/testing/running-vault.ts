import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Api } from '#shared/contract/contract.ts'
import { contract } from '#shared/contract/contract.ts'
import type { BackupSource } from '#shared/contract/operations/backups.ts'
import { createRouter } from '#shared/contract/router.ts'
import { createFileGrants } from '../files/file-grants.ts'
import { createProofs } from '../keys/proofs.ts'
import { createVaultHandlers } from '../vault-handlers.ts'
import { lightestCost } from './real-vault.ts'
import { readHere } from './read-here.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { assetsFolder, createTestApi, granter, rightPassphrase } from './test-vault.ts'

/** When and where a test's vault runs. */
export interface TestClock {
  now: Date
  readonly zone?: string
}

/** A vault process over a data folder, as the main process starts it. Tests may set `clock.now`. */
export function startVault(
  folder: string,
  clock: TestClock = { now: new Date('2026-03-20T15:00:00.000Z') },
  sleep: (milliseconds: number) => Promise<unknown> = () => Promise.resolve(),
) {
  const grants = createFileGrants(() => new Date())
  const events: string[] = []
  const vaultFolder = join(folder, 'vault')
  const proofs = createProofs(() => performance.now())
  const handlers = createVaultHandlers({
    proofs,
    vaultFolder,
    assetsFolder,
    grants,
    connectReader: readHere,
    chooseCost: () => Promise.resolve(lightestCost),
    selfTest: () => Promise.resolve(),
    now: () => clock.now,
    zone: () => clock.zone ?? 'Europe/Oslo',
    sleep,
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
    takesProof: handlers.takesProof,
    report: (path, cause) => {
      throw new Error(path, { cause })
    },
  })
  onTestFinished(() => handlers.close())
  const api = createTestApi(route, proofs.give)
  return {
    api,
    route,
    handlers,
    events,
    clock,
    grant: granter(grants),
    vaultFolder,
    backupFolder: join(folder, 'backups'),
    unlock: () => api.vault.unlock({ passphrase: rightPassphrase }),
  }
}

/** Creates a vault with a backup, locks it, and returns its data folder. */
export async function lockedVault(clock?: TestClock): Promise<string> {
  const folder = temporaryFolder()
  const running = startVault(folder, clock)
  await running.api.vault.create({ passphrase: rightPassphrase })
  await lockWithBackup(running)
  return folder
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

import { basename, join } from 'node:path'
import type { Erased } from '#shared/contract/operations/rights.ts'
import { isBackupName } from '../inventory/backup-names.ts'
import { clientEntry, sessionLog } from './entries.ts'
import { everyCopy } from './every-copy.ts'
import { lockWithBackup, newestOf, startVault, type TestClock } from './running-vault.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { rightPassphrase } from './test-vault.ts'

export type Running = ReturnType<typeof startVault>

/** A practice with the clients Fern and Aspen. Each `day` is a new process, which ends with a lock and its backup. */
export async function practice() {
  const folder = temporaryFolder()
  const clock: TestClock = { now: new Date('2026-03-20T15:00:00.000Z') }
  const fern = clientEntry({ code: 'Fern', notes: 'What only Fern’s therapist may know, in some words.' })
  const other = clientEntry({ code: 'Aspen' })
  const start = async (): Promise<Running> => {
    const running = startVault(folder, clock)
    await running.unlock()
    return running
  }
  const day = async (work: (running: Running) => Promise<unknown>): Promise<void> => {
    clock.now = new Date(clock.now.getTime() + 86_400_000)
    const running = await start()
    await work(running)
    await lockWithBackup(running)
  }
  const running = startVault(folder, clock)
  await running.api.vault.create({ passphrase: rightPassphrase })
  await running.api.clients.create(fern)
  await running.api.clients.create(other)
  await running.api.sessions.save({ log: sessionLog(fern.id), expectedRevision: 0 })
  await lockWithBackup(running)
  return {
    folder,
    clock,
    fern,
    other,
    start,
    day,
    vaultFolder: running.vaultFolder,
    backupFolder: running.backupFolder,
  }
}

export type Practice = Awaited<ReturnType<typeof practice>>

/** Unlocks in a new process and erases Fern. */
export async function eraseFern({ start, fern }: Practice): Promise<{ erased: Erased; running: Running }> {
  const running = await start()
  const erased = await running.api.rights.erase({ clientId: fern.id, typedCode: 'Fern' })
  return { erased, running }
}

/**
 * The files that still hold Fern, opened with every key there ever was: usual backups, which go by the day that the
 * erasure names, and others.
 */
export async function leftOf({ folder, fern }: Practice, elsewhere: readonly string[] = []) {
  const copies = await everyCopy([folder, ...elsewhere], [rightPassphrase])
  const holding = copies.filter(({ clientIds }) => clientIds.includes(fern.id)).map(({ path }) => path)
  const usual = holding.filter(
    (path) => isBackupName(basename(path)) && path.startsWith(join(folder, 'backups')),
  )
  return { usual, others: holding.filter((path) => !usual.includes(path)), copies }
}

/** Restores the newest backup, as from an open vault or from the locked screen. */
export const restoreNewest = async ({ api }: Running, secret: 'present' | 'passphrase') => {
  const given =
    secret === 'present'
      ? ({ kind: 'present' } as const)
      : ({ kind: 'passphrase', passphrase: rightPassphrase } as const)
  const { ticket } = await api.backups.open({ source: await newestOf(api), secret: given })
  return api.backups.restore({ ticket, acceptsOtherVault: false })
}

/** Re-encrypts the vault and confirms its new recovery key. */
export async function reencrypt({ api }: Running): Promise<void> {
  const { groups, asked } = await api.keys.beginReencryption({ passphrase: rightPassphrase })
  const answer = (number: number) => ({ number, text: groups[number - 1] ?? '' })
  await api.keys.reencrypt({ groups: [answer(asked[0]), answer(asked[1])] })
}

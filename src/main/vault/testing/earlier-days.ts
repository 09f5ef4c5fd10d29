import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { clientEntry } from './entries.ts'
import { lockWithBackup, startVault } from './running-vault.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { rightPassphrase } from './test-vault.ts'

/** An hour of a day in March 2026, in UTC. */
export const march = (day: number, hour = 16) => new Date(Date.UTC(2026, 2, day, hour))
type Running = ReturnType<typeof startVault>

/** A vault with a client, closed on 19 March, and a copy of its folder from that day. */
export async function closedVault({ withBackup = false } = {}) {
  const folder = temporaryFolder()
  const clock = { now: march(19) }
  const first = startVault(folder, clock)
  await first.api.vault.create({ passphrase: rightPassphrase })
  await first.api.clients.create(clientEntry({ code: 'Ash', notes: 'SAFE: no risk noted' }))
  await (withBackup ? lockWithBackup(first) : first.handlers.close())
  const { vaultFolder } = first
  const earlier = join(folder, 'earlier')
  cpSync(vaultFolder, earlier, { recursive: true })
  return { folder, clock, vaultFolder, earlier, file: join(vaultFolder, 'vault-1.db') }
}

/** The same vault after a second day: the client's note was changed, and another client added. */
export async function secondDay(options: { withBackup?: boolean } = {}) {
  const made = await closedVault()
  made.clock.now = march(20)
  const second = await unlocked(made)
  const [ash] = await second.api.clients.list()
  if (!ash) throw new Error('there is no client')
  const { client } = ash
  const entry = clientEntry({ id: client.id, code: 'Ash', notes: 'RISK: spoke of ending her life' })
  await second.api.clients.update({ entry, expectedRevision: client.revision })
  await second.api.clients.create(clientEntry({ code: 'Birch' }))
  await (options.withBackup ? lockWithBackup(second) : second.handlers.close())
  made.clock.now = march(21)
  return made
}

/** The vault, started and unlocked. */
export async function unlocked({
  folder,
  clock,
}: {
  folder: string
  clock: { now: Date }
}): Promise<Running> {
  const running = startVault(folder, clock)
  await running.unlock()
  return running
}

/** How the status says that a vault has gone back. */
export const goneBackOf = async ({ api }: Running) => (await api.vault.status()).goneBack
/** Expects that the vault can be read, and that it waits for the user before it takes a change. */
export async function expectReadOnly({ api }: Running): Promise<void> {
  expect(await api.vault.status()).toMatchObject({ access: 'read-only', readOnlyReason: 'gone-back' })
  await expect(api.clients.create(clientEntry({ code: 'Cedar' }))).rejects.toMatchObject({
    code: 'read-only',
  })
  expect((await api.clients.list()).length).toBeGreaterThan(0)
}

/** Puts the vault's folder back to 19 March. */
export function putBack({ vaultFolder, earlier }: { vaultFolder: string; earlier: string }): void {
  rmSync(vaultFolder, { recursive: true })
  cpSync(earlier, vaultFolder, { recursive: true })
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startVault } from '../../testing/running-vault.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { rightPassphrase } from '../../testing/test-vault.ts'

/** The passphrase that opens the vault and its backups, as the user types it. */
export const typed = { kind: 'passphrase', passphrase: rightPassphrase } as const

/** A vault with a fictional caseload, backed up and properly closed. */
export async function backedUp() {
  const folder = temporaryFolder()
  const first = startVault(folder)
  await first.api.vault.create({ passphrase: rightPassphrase })
  await first.api.sample.load()
  await first.api.backups.make()
  const clients = await first.api.clients.list()
  await first.handlers.close()
  return { folder, vaultFolder: join(folder, 'vault'), clients }
}

/** The codes of the clients in a locked vault, sorted. */
export async function clientCodes(folder: string, passphrase = rightPassphrase): Promise<string[]> {
  const { api, handlers } = startVault(folder)
  await api.vault.unlock({ passphrase })
  const codes = (await api.clients.list()).map(({ client }) => client.code)
  await handlers.close()
  return codes.toSorted()
}

/** The codes of listed clients, sorted. */
export const codesOf = (clients: Awaited<ReturnType<typeof backedUp>>['clients']) =>
  clients.map(({ client }) => client.code).toSorted()

/** Changes one bit of the file, at the place given by its length. */
export function changeByte(file: string, place: (length: number) => number): void {
  const bytes = readFileSync(file)
  const at = place(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

/** The whole content of a folder, to compare it with a later one. */
export const snapshot = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )

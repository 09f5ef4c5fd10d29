import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Makes a vault with so many clients of so many sessions each, and as many of one session. */
export function makeLargeVault(
  dataFolder: string,
  passphrase: string,
  { clients, sessions }: { clients: number; sessions: number },
): void {
  const script = join(import.meta.dirname, 'make-large.ts')
  const given = [script, dataFolder, passphrase, String(clients), String(sessions)]
  const { status, stderr } = spawnSync(process.execPath, given, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The large vault could not be made.\n${stderr}`)
}

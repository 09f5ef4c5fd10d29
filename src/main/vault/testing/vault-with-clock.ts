import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { createRouter } from '#shared/contract/router.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { createFileGrants } from '../files/file-grants.ts'
import type { Header } from '../keys/header.ts'
import { createVaultHandlers } from '../vault-handlers.ts'
import { lightestCost } from './real-vault.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { assetsFolder, createTestApi, granter, rightPassphrase } from './test-vault.ts'

/** Starts a vault process over a data folder, at a moment of the test's own. */
export function startVault(folder: string, now = new Date('2026-03-20T15:00:00.000Z')) {
  const grants = createFileGrants(() => new Date())
  const vaultFolder = join(folder, 'vault')
  const handlers = createVaultHandlers({
    vaultFolder,
    assetsFolder,
    grants,
    chooseCost: () => Promise.resolve(lightestCost),
    selfTest: () => Promise.resolve(),
    now: () => now,
    zone: () => 'Pacific/Kiritimati',
    sleep: () => Promise.resolve(),
    onState: () => undefined,
    onNeedsReplacing: () => undefined,
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
  const api = createTestApi(route)
  return {
    api,
    vaultFolder,
    backupFolder: join(folder, 'backups'),
    grant: granter(grants),
    unlock: () => api.vault.unlock({ passphrase: rightPassphrase }),
    /** Closes the vault as a lock with time for a backup does. */
    lock: () => handlers.close({ mayBackUp: true, onBackingUp: () => undefined }),
  }
}

/** Creates a vault with a backup, locks it, and returns its data folder. */
export async function lockedVault(now?: Date): Promise<string> {
  const folder = temporaryFolder()
  const { api, lock } = startVault(folder, now)
  await api.vault.create({ passphrase: rightPassphrase })
  await lock()
  return folder
}

/** Writes a changed copy of a header with the right checksum and, as nobody else has the key, the old seal. */
export function forgeHeader(from: string, to: string, change: object): void {
  const header = JSON.parse(readFileSync(from, 'utf8')) as object
  // Writing it down drops fields that the change takes away.
  const { checksum: _checksum, ...content } = JSON.parse(JSON.stringify({ ...header, ...change })) as Header
  const checksum = createHash('sha256').update(canonicalJson(content)).digest('base64')
  writeFileSync(to, JSON.stringify({ ...content, checksum }))
}

/** Writes a changed copy of a backup whose head has the right digest. Its seal, which needs the key, is wrong. */
export function forgeBackupHead(from: string, to: string, change: object): void {
  const file = readFileSync(from)
  const length = file.readUInt32BE(12)
  const head = JSON.parse(file.subarray(16, 16 + length).toString('utf8')) as object
  const json = Buffer.from(canonicalJson({ ...head, ...change }), 'utf8')
  const start = Buffer.concat([file.subarray(0, 16), json])
  start.writeUInt32BE(json.length, 12)
  const digest = createHash('sha256').update(start).digest()
  writeFileSync(to, Buffer.concat([start, digest, file.subarray(16 + length + 32)]))
}

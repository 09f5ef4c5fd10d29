import {
  copyFileSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  closeSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBackups } from '#vault/backups/backup-service.ts'
import { unlockVault } from '#vault/opening/unlock-vault.ts'
import { benchPassphrase, makeBenchVault } from './large-client.ts'
import { median, type Figure } from './statistics.ts'

const clientCount = 50
const sessionsOfEach = 1_000
const rounds = 5

/**
 * Backing up a vault of 50,000 sessions: copied, opened and checked through, sealed, synced and read back. Beside it
 * a plain copy of the same database, synced too, taken in turn with it so that both meet the same disk.
 */
export async function benchBackups(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'))
  const vaultFolder = join(folder, 'vault')
  try {
    await makeBenchVault(folder, sessionsOfEach, clientCount)
    const vault = await unlockVault(vaultFolder, benchPassphrase)
    try {
      vault.db.pragma('wal_checkpoint(TRUNCATE)')
      const database = largestFileIn(vaultFolder)
      const backups = createBackups({ vaultFolder, now: () => new Date(), zone: () => 'UTC' })
      const [copies, made]: [number[], number[]] = [[], []]
      for (let round = 0; round < rounds; round += 1) {
        copies.push(await timeOf(() => copyPlainly(database, join(folder, 'copy.db'))))
        made.push(await timeOf(() => backups.make(vault, { isForced: true })))
      }
      const copy = median(copies)
      return [
        { name: 'database of 50,000 sessions', value: statSync(database).size / 1_000_000, unit: 'MB' },
        {
          name: 'backup of 50,000 sessions',
          value: median(made),
          unit: 'ms',
          beside: { name: 'plain copy, synced', value: copy },
        },
      ]
    } finally {
      vault.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function largestFileIn(folder: string): string {
  const files = readdirSync(folder).map((name) => join(folder, name))
  const [largest] = files.toSorted((a, b) => statSync(b).size - statSync(a).size)
  if (largest === undefined) throw new Error('no vault was made')
  return largest
}

function copyPlainly(from: string, to: string): void {
  rmSync(to, { force: true })
  copyFileSync(from, to)
  const file = openSync(to, 'r+')
  fsyncSync(file)
  closeSync(file)
}

async function timeOf(action: () => unknown): Promise<number> {
  const started = performance.now()
  await action()
  return performance.now() - started
}

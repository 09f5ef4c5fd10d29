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
import { setImmediate as nextTurn } from 'node:timers/promises'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { createBackups } from '#vault/backups/backup-service.ts'
import { change } from '#vault/database/change.ts'
import type { OpenVault } from '#vault/opening/open-vault.ts'
import { unlockVault } from '#vault/opening/unlock-vault.ts'
import { benchPassphrase, makeBenchVault } from './large-client.ts'
import { median, percentile, type Figure } from './statistics.ts'

const clientCount = 50
const sessionsOfEach = 1_000
const rounds = 5
const longestCloseMilliseconds = 500

/** More often than anybody types, so that many saves meet each step of a backup. */
const saveEveryMilliseconds = 50

/**
 * Times a backup of a vault with 50,000 sessions: copied, opened, checked, sealed, synced and read back, while sessions
 * are being saved. Compares it with a plain synced copy of the same database. The two take turns, so both meet the same
 * state of the disk. Then times the close that ends each lock of that vault.
 */
export async function benchBackups(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'))
  const vaultFolder = join(folder, 'vault')
  try {
    await makeBenchVault(folder, sessionsOfEach, { clientsOfEach: clientCount })
    const figures: Figure[] = []
    const vault = await unlockVault(vaultFolder, typedSecret(benchPassphrase))
    try {
      vault.db.pragma('wal_checkpoint(TRUNCATE)')
      const { size } = statSync(largestFileIn(vaultFolder))
      const backups = createBackups({ vaultFolder, now: () => new Date(), zone: () => 'UTC' })
      const [copies, made, waits]: [number[], number[], number[]] = [[], [], []]
      // Copies the copy, because closing a descriptor of the vault's own file would drop its lock.
      await backups.make(vault, { isForced: true })
      for (let round = 0; round < rounds; round += 1) {
        const from = largestFileIn(join(folder, 'backups'))
        copies.push(await timeOf(() => copyPlainly(from, join(folder, 'copy.db'))))
        made.push(await timeOf(() => backups.make(vault, { isForced: true })))
        waits.push(...(await waitsDuring(vault, backups.make(vault, { isForced: true }))))
      }
      const [copy, backup, wait] = [median(copies), median(made), percentile(waits, 0.95)]
      figures.push(
        { name: 'database of 50,000 sessions', value: size / 1_000_000, unit: 'MB' },
        {
          name: 'backup of 50,000 sessions',
          value: backup,
          unit: 'ms',
          beside: { name: 'plain copy, synced', value: copy },
          goal: { words: 'about 3 s', isMet: backup <= 3_300 },
        },
        {
          name: 'a save during a backup, 95th percentile',
          value: wait,
          unit: 'ms',
          beside: { name: 'the longest', value: Math.max(...waits) },
          goal: { words: 'at most 200 ms', isMet: wait <= 200 },
        },
      )
    } finally {
      vault.close()
    }
    return [...figures, await benchClose(vaultFolder)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Times how long a lock takes to seal and close a vault in which something was saved. A backup is another figure. */
async function benchClose(vaultFolder: string): Promise<Figure> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { db, close } = await unlockVault(vaultFolder, typedSecret(benchPassphrase))
    change(db, () =>
      db.exec('UPDATE sessions SET revision = revision + 1 WHERE id IN (SELECT id FROM sessions LIMIT 1)'),
    )
    times.push(await timeOf(close))
  }
  const value = median(times)
  return {
    name: 'closing a vault of 50,000 sessions at a lock, without its backup',
    value,
    unit: 'ms',
    beside: { name: 'the longest', value: Math.max(...times) },
    goal: { words: 'at most 500 ms', isMet: value <= longestCloseMilliseconds },
  }
}

/** Saves at a steady pace while `going` runs; returns how long each save waited, in milliseconds. */
async function waitsDuring(vault: Pick<OpenVault, 'db'>, going: Promise<unknown>): Promise<number[]> {
  let isGoing = true
  const ended = going.finally(() => (isGoing = false))
  const waits: number[] = []
  const ids = vault.db.prepare('SELECT id FROM sessions LIMIT 100').pluck().all()
  const save = vault.db.prepare('UPDATE sessions SET revision = revision + 1 WHERE id = ?')
  for (let asked = performance.now(); isGoing; asked += saveEveryMilliseconds) {
    const early = asked - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    change(vault.db, () => save.run(ids[waits.length % ids.length]))
    waits.push(performance.now() - asked)
    await nextTurn()
  }
  await ended
  return waits
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

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { createAttentionHandlers } from '#vault/features/attention/attention.handlers.ts'
import { createClientHandlers } from '#vault/features/clients/client.handlers.ts'
import { createTodayHandlers } from '#vault/features/today/today.handlers.ts'
import { unlockVault } from '#vault/opening/unlock-vault.ts'
import { createRecords } from '#vault/records/records.ts'
import { benchPassphrase, makeBenchVault } from './large-client.ts'
import { median, timesOf, type Figure } from './statistics.ts'

const clientCount = 300
const sessionsOfEach = 100
const longSessions = 500
const rounds = 9

/** Times what Today and a whole caseload read, beside the same rows read without looking at them. */
export async function benchCaseload(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'))
  try {
    await makeBenchVault(folder, sessionsOfEach, clientCount)
    const bytes = await bytesOfOverview(join(folder, 'long'))
    const { db, close } = await unlockVault(join(folder, 'vault'), typedSecret(benchPassphrase))
    try {
      const records = recordsOf(db)
      const today = createTodayHandlers(records)
      const attention = createAttentionHandlers(records)
      const ids = records.clients.list().map(({ id }) => id)
      const plain = db.prepare(
        'SELECT number, status, layout, scores FROM session_scores WHERE client_id = ?',
      )
      const readRows = () => ids.map((id) => plain.raw().all(id))
      const readScores = () => ids.map((id) => records.clientScores.ofClient(id))
      // The first reading takes the pages from the disk.
      readRows()
      const floor = median(timesOf(readRows, rounds))
      const scores = median(timesOf(readScores, rounds))
      const readToday = median(timesOf(() => [today.get(undefined), attention.list(undefined)], rounds))
      const beside = { name: 'the same rows, unread', value: floor }
      return [
        {
          name: `all scores of ${clientCount} clients with ${sessionsOfEach} sessions`,
          value: scores,
          unit: 'ms',
          beside,
        },
        {
          name: 'Today of the same clients with those worth attention, in the vault process',
          value: readToday,
          unit: 'ms',
          beside,
          goal: { words: 'at most 90 ms', isMet: readToday <= 90 },
        },
        {
          name: `the page of a client with ${longSessions} sessions, as it crosses`,
          value: bytes / 1_000,
          unit: 'kB',
          goal: { words: 'at most 150 kB', isMet: bytes <= 150_000 },
        },
      ]
    } finally {
      close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The text of the page of a client with many sessions, in bytes. */
async function bytesOfOverview(folder: string): Promise<number> {
  const { large } = await makeBenchVault(folder, longSessions, 1)
  const { db, close } = await unlockVault(join(folder, 'vault'), typedSecret(benchPassphrase))
  try {
    const overview = createClientHandlers(recordsOf(db)).overview({ id: clientIdSchema.parse(large[0]) })
    return Buffer.byteLength(JSON.stringify(await overview))
  } finally {
    close()
  }
}

function recordsOf(db: Database.Database) {
  return createRecords(
    { db, now: () => new Date(), zone: () => 'UTC' },
    { assetsFolder: join(import.meta.dirname, '../../assets'), onRisk: () => undefined },
  )
}

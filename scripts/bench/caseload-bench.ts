import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { createAttentionHandlers } from '#vault/features/attention/attention.handlers.ts'
import { createClientHandlers } from '#vault/features/clients/client.handlers.ts'
import { createPracticeHandlers } from '#vault/features/practice/practice.handlers.ts'
import { createTodayHandlers } from '#vault/features/today/today.handlers.ts'
import { unlockVault } from '#vault/opening/unlock-vault.ts'
import type { Records } from '#vault/records/records.ts'
import { benchRecords } from './bench-records.ts'
import { benchPassphrase, makeBenchVault } from './large-client.ts'
import { benchFirstAnswer } from './first-answer.ts'
import { benchSavesWithGists } from './save-bench.ts'
import { median, processorTimesOf, type Figure } from './statistics.ts'

const clientCount = 300
const mostClients = 2_000
const longSessions = 500
const rounds = 9

/**
 * Measures the processor time of what Today and Clients read of a caseload, beside the scores that they rest on, read
 * without looking at them; then the first answer of a new process, and what kept gists cost a save.
 */
export async function benchCaseload(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'))
  try {
    const few = await answersOf(join(folder, 'few'), 10)
    const many = await answersOf(join(folder, 'many'), 100)
    const bytes = await bytesOfOverview(join(folder, 'long'))
    const crowd = await answersOf(join(folder, 'crowd'), 1, mostClients / 2)
    const most = { today: 90, clients: 90 }
    return [
      ...(['today', 'clients'] as const).flatMap((screen): Figure[] => [
        {
          name: `${words[screen]}, ${clientCount} clients with 10 sessions`,
          value: few[screen],
          unit: 'ms',
          beside: { name: 'the same rows, unread', value: few.rows },
        },
        {
          name: `${words[screen]}, ${clientCount} clients with 100 sessions and ${many.answers} answers`,
          value: many[screen],
          unit: 'ms',
          beside: { name: 'the same rows, unread', value: many.rows },
          goal: {
            words: `at most ${most[screen]} ms and twice the rows`,
            isMet: many[screen] <= Math.min(most[screen], 2 * many.rows),
          },
        },
        {
          name: `${words[screen]}, ${mostClients} clients`,
          value: crowd[screen],
          unit: 'ms',
          beside: { name: 'their rows and gists, unread', value: crowd.shown },
        },
      ]),
      {
        name: 'the same for Clients after Today, without a change between them',
        value: many.again,
        unit: 'ms',
        beside: { name: 'the same rows, unread', value: many.rows },
        goal: { words: 'at most twice the rows', isMet: many.again <= 2 * many.rows },
      },
      ...benchFirstAnswer(join(folder, 'many'), `${clientCount} clients with 100 sessions`, many.today),
      await benchSavesWithGists(join(folder, 'many')),
      { name: 'those worth attention before any gist is kept', value: many.withoutGists, unit: 'ms' },
      { name: 'all scores of the same clients', value: many.scores, unit: 'ms' },
      {
        name: 'the own practice over the same clients, in the vault process',
        value: many.practice.whole,
        unit: 'ms',
        beside: { name: 'the same rows, unread', value: many.rows },
        goal: { words: 'at most 300 ms', isMet: many.practice.whole <= 300 },
      },
      {
        name: 'the longest that it keeps another request waiting',
        value: many.practice.longestWait,
        unit: 'ms',
        goal: { words: 'at most 50 ms', isMet: many.practice.longestWait <= 50 },
      },
      {
        name: `the page of a client with ${longSessions} sessions, as it crosses`,
        value: bytes / 1_000,
        unit: 'kB',
        goal: { words: 'at most 150 kB', isMet: bytes <= 150_000 },
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const words = {
  today: 'Today with those worth attention, in the vault process',
  clients: 'Clients in the same order, in the vault process',
}

/** The vault process's processor time for the first screens of a caseload, in milliseconds, and how many answers it has. */
async function answersOf(folder: string, sessionsOfEach: number, clientsOfEach = clientCount) {
  await makeBenchVault(folder, sessionsOfEach, { clientsOfEach, withSymptoms: true })
  const { db, close } = await unlockVault(join(folder, 'vault'), typedSecret(benchPassphrase))
  try {
    const records = benchRecords(db)
    const today = createTodayHandlers(records)
    const attention = createAttentionHandlers(records)
    // Handlers of their own have no earlier answer, as after an unlock or a change.
    const firstAttention = () => createAttentionHandlers(records).list(undefined)
    const ids = records.clients.list().map(({ id }) => id)
    const plain = db.prepare('SELECT number, status, layout, scores FROM session_scores WHERE client_id = ?')
    const readRows = () => ids.map((id) => plain.raw().all(id))
    const readShown = () => [
      db.prepare('SELECT * FROM clients').raw().all(),
      db.prepare('SELECT gist FROM client_gists').raw().all(),
    ]
    const time = (read: () => unknown) => median(processorTimesOf(read, rounds))
    // The first reading takes the pages from the disk.
    readRows()
    const rows = time(readRows)
    const withoutGists = time(firstAttention)
    while (db.prepare('SELECT count(*) FROM client_gists').pluck().get() !== ids.length) await nextTurn()
    return {
      rows,
      shown: time(readShown),
      withoutGists,
      scores: time(() => ids.map((id) => records.clientScores.ofClient(id))),
      today: time(() => [today.get(undefined), firstAttention()]),
      clients: time(firstAttention),
      again: time(() => attention.list(undefined)),
      practice: await timePractice(records),
      answers: Number(
        db.prepare('SELECT sum((SELECT count(*) FROM json_each(answers))) FROM responses').pluck().get(),
      ),
    }
  } finally {
    close()
  }
}

/** How long the practice takes, and the longest time without a turn for other requests; the medians of some rounds. */
async function timePractice(records: Records): Promise<{ whole: number; longestWait: number }> {
  const { get } = createPracticeHandlers(records)
  const wholes: number[] = []
  const waits: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    let isDone = false
    let longest = 0
    const started = performance.now()
    const reading = Promise.resolve(get(undefined)).then(() => {
      isDone = true
    })
    let last = started
    while (!isDone) {
      await nextTurn()
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }
    await reading
    wholes.push(performance.now() - started)
    waits.push(longest)
  }
  return { whole: median(wholes), longestWait: median(waits) }
}

/** The text of the page of a client with many sessions, in bytes. */
async function bytesOfOverview(folder: string): Promise<number> {
  const { large } = await makeBenchVault(folder, longSessions, { clientsOfEach: 1 })
  const { db, close } = await unlockVault(join(folder, 'vault'), typedSecret(benchPassphrase))
  try {
    const overview = createClientHandlers(benchRecords(db)).overview({ id: clientIdSchema.parse(large[0]) })
    return Buffer.byteLength(JSON.stringify(await overview))
  } finally {
    close()
  }
}

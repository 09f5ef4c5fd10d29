import { setImmediate as nextTurn } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { attentionReasonSchema } from '#shared/attention/attention.ts'
import type { Gist } from '#shared/attention/gist.ts'
import { vaultContract } from '#shared/contract/vault-contract.ts'
import { clientSchema } from '#shared/records/client.ts'
import { createFeatures, type Features } from './create-features.ts'
import { createDatabaseInMemory } from './database/in-memory.ts'
import type { VaultContext } from './database/vault-context.ts'
import { createFileGrants } from './files/file-grants.ts'
import { noAttempts } from './keys/failed-attempts.ts'
import { createGistReader } from './records/attention/read-gist.ts'
import { createRecords } from './records/records.ts'

interface RehearsalParts extends Pick<VaultContext, 'now' | 'zone'> {
  readonly assetsFolder: string
  /** Whether it is too late, because somebody has unlocked. */
  readonly isOver: () => boolean
}

/** Enough for the runtime to compile what reads a list of clients, and done in a tenth of a second. */
const madeUpClients = 100
const rehearsals = 3

/**
 * Answers what Today asks first, for made-up clients in a database in memory. After this the runtime has read and compiled
 * that code, so the first answers after an unlock take about half as long. It reads nothing of a vault, keeps nothing,
 * and lets other requests pass between its steps. A failure shows when somebody unlocks.
 */
export async function rehearseFirstAnswers({ isOver, ...parts }: RehearsalParts): Promise<void> {
  if (isOver()) return
  const db = createDatabaseInMemory()
  try {
    await nextTurn()
    if (isOver()) return
    fillWithMadeUp(db, parts)
    for (let round = 0; round < rehearsals; round += 1) {
      await nextTurn()
      if (isOver()) return
      const features = madeUpFeatures(db, parts)
      await nextTurn()
      if (isOver()) return
      features.audit.log.note({ kind: 'unlocked' })
      answerToday(features)
    }
  } finally {
    db.close()
  }
}

function madeUpFeatures(db: Database.Database, parts: Omit<RehearsalParts, 'isOver'>): Features {
  return createFeatures({
    ...parts,
    vault: { db, matches: () => Promise.resolve(false) },
    vaultFolder: '',
    grants: createFileGrants(parts.now),
    failedAttempts: noAttempts,
    setHandOver: () => undefined,
    auditAnchor: () => null,
    assertFilePassphrase: () => Promise.resolve(),
  })
}

/** Answers as the router does, with the contract's check and as text. */
function answerToday({ handlers }: Features): void {
  const { today, attention } = vaultContract
  JSON.stringify(today.get.output.parse(handlers.today.get(undefined)))
  JSON.stringify(attention.today.output.parse(handlers.attention.today(undefined)))
}

function fillWithMadeUp(
  db: Database.Database,
  { now, zone, assetsFolder }: Omit<RehearsalParts, 'isOver'>,
): void {
  const records = createRecords({ db, now, zone }, { assetsFolder, onRisk: () => undefined })
  const { madeOf } = createGistReader(records)
  const course = { lead: null, numbers: [], scores: [], closed: [] }
  db.transaction(() => {
    for (let place = 0; place < madeUpClients; place += 1) {
      const client = madeUpClient(place)
      records.clients.insert(client)
      records.gists.put(client.id, madeOf, { gist: place % 4 === 0 ? flagged : quiet, course })
    }
  })()
}

const day = '2026-01-05'

const madeUpClient = (place: number) =>
  clientSchema.parse({
    id: `${String(place).padStart(8, '0')}-0000-4000-8000-000000000000`,
    code: `Made up ${String(place)}`,
    status: 'active',
    startedOn: day,
    therapyType: '',
    notes: '',
    isFictional: true,
    createdAt: `${day}T09:00:00.000Z`,
    revision: 1,
  })

const quiet: Gist = {
  reasons: [],
  fall: { reason: null, series: null, spread: null },
  trend: {
    values: Array.from({ length: 20 }, (_, place) => (place % 5 === 0 ? null : 7.5)),
    minimum: 0,
    maximum: 10,
  },
  outcome: { title: 'Made up', score: 9, standing: 'not-reliable' },
  lastSeen: { number: 20, date: day },
}

const flagged: Gist = {
  ...quiet,
  reasons: [
    attentionReasonSchema.parse({
      kind: 'worse',
      on: day,
      evidence: 'made up',
      number: 20,
      title: 'Made up',
      before: 9,
      after: 17,
      threshold: 6,
      ratings: 8,
      totals: 0,
    }),
  ],
}

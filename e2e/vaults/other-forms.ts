import { randomUUID } from 'node:crypto'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { clientEntrySchema } from '#shared/records/client.ts'
import { sessionLogSchema } from '#shared/records/session-log.ts'
import { change } from '#vault/database/change.ts'
import { argon2Floor } from '#vault/keys/stretch.ts'
import { createVault } from '#vault/opening/create-vault.ts'
import { createRecords } from '#vault/records/records.ts'

const made = {
  version: 1,
  occasion: 'after',
  riskItems: [],
  licence: 'Made up for the tests of Attune',
  attribution: 'The Attune authors',
  whoMayUse: 'Anyone',
  validationStatus: 'Not validated; made up.',
} as const
const alliance = {
  title: 'Alliance',
  direction: 'higher-is-better',
  construct: 'alliance',
  frame: 'this-session',
} as const

/** Four lines from 0 to 10, summed: the shape of a licensed form of the session, with made-up questions. */
const fourLines = instrumentSchema.parse({
  ...made,
  id: 'four-lines',
  title: 'Four lines',
  measures: 'How the client found the session, on four lines.',
  respondent: 'client',
  instruction: 'Mark each line where it fits today.',
  items: ['Being heard', 'Our topics', 'Our way', 'The hour'].map((text, index) => ({
    id: `line-${String(index + 1)}`,
    text,
    minimum: 0,
    maximum: 10,
    step: 0.1,
    reversed: false,
    anchors: { minimum: 'It was missing', maximum: 'It was there' },
  })),
  scales: [
    {
      ...alliance,
      id: 'sum',
      items: ['line-1', 'line-2', 'line-3', 'line-4'],
      method: 'sum',
      minimum: 0,
      maximum: 40,
      missing: { minimumAnswered: 4, prorate: false },
    },
  ],
})

/** The same for the therapist alone: no form of the client's asks it. */
const ownLines = instrumentSchema.parse({
  ...fourLines,
  id: 'own-lines',
  title: 'Own lines',
  respondent: 'therapist',
})

/** Twelve items from 1 to 5, as a mean, with a form for each of the two: the shape of a licensed inventory. */
function twelveItems(respondent: 'client' | 'therapist'): Instrument {
  const other = respondent === 'client' ? 'therapist' : 'client'
  const items = Array.from({ length: 12 }, (_, index) => `item-${String(index + 1)}`)
  return instrumentSchema.parse({
    ...made,
    id: `twelve-items-${respondent}`,
    title: `Twelve items (${respondent})`,
    measures: 'How the two work together, in twelve made-up items.',
    respondent,
    instruction: 'How often was it so today?',
    items: items.map((id, index) => ({
      id,
      text: `Made-up item ${String(index + 1)}`,
      minimum: 1,
      maximum: 5,
      step: 1,
      reversed: false,
      anchors: { minimum: 'Seldom', maximum: 'Always' },
    })),
    scales: [
      {
        ...alliance,
        id: 'mean',
        items,
        method: 'mean',
        minimum: 1,
        maximum: 5,
        missing: { minimumAnswered: 12, prorate: false },
        pairedWith: { instrument: `twelve-items-${other}`, scale: 'mean', byItems: true },
      },
    ],
  })
}

/** The ratings of each session: sums of four lines, and how many of twelve items are rated one above 4 (or below). */
const lines = [35.2, 36, 35.6, 36.4, 35.8, 36.2, 35.4, 36, 36.2, 35.8, 22, 33.6, 35.8, 36]
const above = [0, 1, -1, 2, 0, 1, -1, 0, 1, 2, -20, -3, 0, 1]

/**
 * Makes a vault with two clients who were rated on imported forms alone, one who rated two of them, and
 * one whom only the therapist rated.
 */
export async function makeOtherForms(
  folder: string,
  passphrase: string,
  assetsFolder: string,
): Promise<void> {
  const vault = await createVault(folder, typedSecret(passphrase), argon2Floor)
  const context = { db: vault.db, now: () => new Date(), zone: () => 'UTC' }
  const records = createRecords(context, { assetsFolder, onRisk: () => undefined })
  const [client, therapist] = [twelveItems('client'), twelveItems('therapist')]
  change(vault.db, () => {
    for (const instrument of [fourLines, ownLines, client, therapist]) {
      records.packs.insert({ instrument, source: 'attune', importedAt: context.now().toISOString() })
      records.instruments.keep(instrument)
    }
    addClient('Quay', lines.length, (index) => [[fourLines, spread(fourLines, lines[index] ?? 0)]])
    addClient('Slate', above.length, (index) => [
      [client, twelve(client, above[index] ?? 0)],
      [therapist, twelve(therapist, Math.round((above[index] ?? 0) / 2))],
    ])
    addClient('Heron', lines.length, (index) => [[ownLines, spread(ownLines, lines[index] ?? 0)]])
    addClient('Tern', lines.length, (index) => [
      [fourLines, spread(fourLines, lines[index] ?? 0)],
      [client, twelve(client, index % 3)],
    ])
  })
  vault.close()

  function addClient(
    code: string,
    sessions: number,
    formsOf: (index: number) => [Instrument, Record<string, number>][],
  ): void {
    const entry = {
      id: randomUUID(),
      code,
      status: 'active',
      startedOn: '2026-01-05',
      therapyType: '',
      notes: '',
    }
    const createdAt = context.now().toISOString()
    records.clients.insert({ ...clientEntrySchema.parse(entry), isFictional: true, createdAt, revision: 1 })
    for (let index = 0; index < sessions; index += 1) {
      const date = new Date(Date.UTC(2026, 0, 5 + 7 * index)).toISOString().slice(0, 10)
      const log = sessionLogSchema.parse({
        session: {
          id: randomUUID(),
          clientId: entry.id,
          number: index + 1,
          status: 'held',
          date,
          zone: 'UTC',
          modality: 'in-person',
          durationMinutes: 50,
          notes: '',
          guess: 'skipped',
          closedAt: null,
        },
        responses: formsOf(index).map(([instrument, answers]) => responseTo(instrument, answers, date)),
        ruptureNote: null,
        events: [],
      })
      records.sessions.putTherapistPart(log, 1, createdAt)
      records.sessions.putClientResponses(
        log.session.id,
        log.responses.filter(({ rater }) => rater === 'client'),
      )
    }
  }
}

/** The same tenth of a sum on each line; the last line takes the rest. */
function spread({ items }: Instrument, sum: number): Record<string, number> {
  const each = Math.floor((sum / items.length) * 10) / 10
  const rest = Math.round((sum - each * (items.length - 1)) * 10) / 10
  return Object.fromEntries(items.map(({ id }, index) => [id, index === items.length - 1 ? rest : each]))
}

function twelve({ items }: Instrument, aboveFour: number): Record<string, number> {
  return Object.fromEntries(
    items.map(({ id }, index) => {
      const moved = Math.abs(aboveFour) - index
      const by = Math.sign(aboveFour) * (moved > items.length ? 2 : moved > 0 ? 1 : 0)
      return [id, 4 + by]
    }),
  )
}

function responseTo(instrument: Instrument, answers: Record<string, number>, date: string) {
  return {
    id: randomUUID(),
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    rater: instrument.respondent,
    occasion: 'after',
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, value]) => [id, { value, missingReason: null }]),
    ),
    words: [],
    comment: '',
    recordedAt: `${date}T15:00:00.000Z`,
  }
}

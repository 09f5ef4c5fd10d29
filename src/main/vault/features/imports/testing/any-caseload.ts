import fc from 'fast-check'
import { exportedSessionSchema, toExportedSession } from '#shared/exports/exported-ratings.ts'
import { shippedInstruments } from '#shared/exports/testing/find-in.ts'
import { findShipped } from '#shared/exports/testing/sample-ratings.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { modalities } from '#shared/records/session.ts'

const answered = [
  ['phq-9', 'client', 'before'],
  ['gad-7', 'client', 'before'],
  ['attune-alliance-client', 'client', 'after'],
  ['attune-alliance-therapist', 'therapist', 'after'],
  ['attune-feelings-after', 'therapist', 'after'],
] as const

const reasons = ['skipped', 'stopped', 'not-asked'] as const

/** Any filled-in form of a shipped questionnaire. */
const formOf = ([id, rater, occasion]: (typeof answered)[number]) => {
  const [instrument] = shippedInstruments
    .filter((each) => each.id === id)
    .toSorted((one, other) => other.version - one.version)
  if (instrument === undefined) throw new Error(`there is no ${id}`)
  const answer = ({ minimum, maximum, step }: Instrument['items'][number]) =>
    fc.oneof(
      fc
        .nat({ max: Math.round((maximum - minimum) / step) })
        .map((steps) => ({ value: minimum + steps * step, missingReason: null })),
      fc.constantFrom(...reasons).map((missingReason) => ({ value: null, missingReason })),
    )
  return fc.record({
    instrumentId: fc.constant(id),
    instrumentVersion: fc.constant(instrument.version),
    rater: fc.constant(rater),
    occasion: fc.constant(occasion),
    answers: fc
      .tuple(...instrument.items.map(answer))
      .map((given) => Object.fromEntries(instrument.items.map((item, at) => [item.id, given[at]]))),
    words: fc.subarray((instrument.words ?? []).map((word) => word.id)),
    comment: fc.constantFrom('', 'It was “good”,\nmostly = fine'),
    recordedAt: fc.constant('2026-03-16T15:00:00.000Z'),
    fromPaperAt: rater === 'client' ? fc.option(fc.constant('2026-03-18T09:00:00.000Z')) : fc.constant(null),
  })
}

/** Sessions of some clients, client by client, with any forms. */
export const anyCaseload = fc
  .array(
    fc.array(
      fc.record({
        modality: fc.constantFrom(...modalities),
        durationMinutes: fc.option(fc.integer({ min: 1, max: 600 })),
        notes: fc.constantFrom('', 'A note, “quoted”\nand = more'),
        responses: fc.subarray([...answered]).chain((chosen) => fc.tuple(...chosen.map(formOf))),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((clients) =>
    clients.flatMap((sessions, place) =>
      sessions.map(({ responses, ...own }, at) => {
        const session = { ...own, number: 2 * at + 1, date: `2026-02-1${at}`, status: 'held' as const }
        const client = { code: `C${place}`, isFictional: false }
        const parts = { client, session, responses, ownRatings: [] }
        // The parts of a session that an export takes; the schema checks the result.
        return exportedSessionSchema.parse(toExportedSession(parts as never, findShipped, true))
      }),
    ),
  )

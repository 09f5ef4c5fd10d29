import fc from 'fast-check'
import { instrumentSchema, type Instrument } from '../../instruments/instrument.ts'
import type { InstrumentItem } from '../../instruments/instrument-item.ts'
import type { Answers } from '../../instruments/response.ts'
import { totalFormOf } from '../../instruments/total-form.ts'
import { ownRatingScale, ownWordsKinds } from '../../records/own-words.ts'
import { modalities, sessionStatuses } from '../../records/session.ts'
import { exportedSessionSchema, toExportedSession, type ExportedSession } from '../exported-ratings.ts'
import { ownRatingsBySession } from '../own-ratings.ts'
import { createFinder } from './find-in.ts'

const text = fc.constantFrom('Calm, or “at ease”', "It's = fine", '=1+1', 'مرحبا', '落ち着く | 静か', 'é\\n"')

const item = (id: string) =>
  fc
    .record({
      text,
      minimum: fc.constantFrom(-3, 0, 1, 0.5),
      steps: fc.integer({ min: 1, max: 4 }),
      step: fc.constantFrom(1, 2, 0.1, 0.25),
      reversed: fc.boolean(),
      hasLabels: fc.boolean(),
    })
    .map(({ text: words, minimum, steps, step, reversed, hasLabels }) => {
      const maximum = minimum + steps * step
      const values = Array.from({ length: steps + 1 }, (_, position) => minimum + position * step)
      const named = hasLabels
        ? { labels: values.map((value) => ({ value, text: `${words} ${value}` })) }
        : { anchors: { minimum: words, maximum: 'Very', ...(steps === 2 ? { middle: 'Half' } : {}) } }
      return { id, text: words, minimum, maximum, step, reversed, ...named }
    })

/** Any questionnaire with up to four items, a score on its first item, and a last item that may have a condition. */
const anyInstrument = (id: string): fc.Arbitrary<Instrument> =>
  fc
    .record({
      items: fc.tuple(item('constructor'), item('low-mood'), item('3'), item('calm')),
      version: fc.integer({ min: 1, max: 30 }),
      hasCondition: fc.boolean(),
      words: fc.subarray(['warm', 'cold', 'to-string']),
    })
    .map(({ items: [first, ...rest], version, hasCondition, words }) =>
      instrumentSchema.parse({
        id,
        version,
        title: 'A form',
        measures: 'Something.',
        respondent: 'either',
        occasion: 'any',
        instruction: 'Answer.',
        items: [
          first,
          ...rest.map((each, at) =>
            hasCondition && at === rest.length - 1
              ? { ...each, askedIf: { anyOf: ['constructor'], atOrAbove: first.minimum + first.step } }
              : each,
          ),
        ],
        words: words.map((word) => ({ id: word, text: `So ${word}`, tone: 'positive' })),
        scales: [
          {
            id: 'constructor',
            title: 'First',
            items: ['constructor'],
            method: 'sum',
            minimum: first.minimum,
            maximum: first.maximum,
            direction: 'neutral',
            missing: { minimumAnswered: 1, prorate: false },
          },
        ],
        riskItems: [],
        licence: 'Free.',
        attribution: 'Nobody.',
        whoMayUse: 'All.',
        validationStatus: 'None.',
      }),
    )

const answersTo = (items: readonly InstrumentItem[]): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      ...items.map(({ id, minimum, maximum, step, labels }) =>
        fc.oneof(
          fc.constant(null),
          fc
            .constantFrom('skipped' as const, 'stopped' as const, 'not-asked' as const)
            .map((missingReason) => ({
              id,
              answer: { value: null, missingReason },
            })),
          fc.integer({ min: 0, max: Math.round((maximum - minimum) / step) }).map((position) => ({
            id,
            answer: { value: labels?.[position]?.value ?? minimum + position * step, missingReason: null },
          })),
        ),
      ),
    )
    .map((given) =>
      Object.fromEntries(given.flatMap((each) => (each === null ? [] : [[each.id, each.answer]]))),
    )

const anyWords = fc.oneof(
  fc.constant(''),
  fc.string({ unit: fc.constantFrom("'", '=', '"', ',', '\r', '\n', '-', 'ش', '\u202e', 'x', '👋') }),
)
const anyCode = fc
  .oneof(
    fc.string({
      unit: fc.constantFrom("'", '=', '"', ',', '-', '@', 'ش', 'ג', 'Q', '＝'),
      minLength: 1,
      maxLength: 20,
    }),
    fc.constant('W'.repeat(40)),
  )
  .filter((code) => code.trim() === code)

/** A goal or problem of a client who has up to three sessions, with up to three wordings, of which two may be the same. */
const anyOwnWords = fc.record({
  kind: fc.constantFrom(...ownWordsKinds),
  wordings: fc.array(
    fc.record({
      words: fc.constantFrom('=Sleep, “all” night', 'Calm;=1', 'مرحبا "x"', "'At ease"),
      ratings: fc.uniqueArray(
        fc.record({
          sessionId: fc.constantFrom('0', '1', '2'),
          value: fc.nat({ max: ownRatingScale.maximum }),
          ratedAt: fc.constantFrom('2026-03-16T15:00:00.000Z', '2026-03-16T15:20:00.000Z'),
        }),
        { selector: ({ sessionId, ratedAt }) => `${sessionId} ${ratedAt}`, maxLength: 4 },
      ),
    }),
    { maxLength: 3 },
  ),
})
type AnyOwnWords = typeof anyOwnWords extends fc.Arbitrary<infer Made> ? Made : never

/** Own words with the ratings of the first sessions alone. */
function inSessions(ownWords: readonly AnyOwnWords[], sessions: number): AnyOwnWords[] {
  return ownWords.map(({ kind, wordings }) => ({
    kind,
    wordings: wordings.map(({ words, ratings }) => ({
      words,
      ratings: ratings.filter(({ sessionId }) => Number(sessionId) < sessions),
    })),
  }))
}

/** Instruments, one of them with totals alone, and the ratings of some clients with them, client by client. */
export const anyRatings: fc.Arbitrary<{
  readonly instruments: readonly Instrument[]
  readonly sessions: readonly ExportedSession[]
}> = fc.tuple(anyInstrument('first-form'), anyInstrument('3rd-form'), fc.boolean()).chain((given) => {
  const [first, third, isVersionKnown] = given
  const totals = totalFormOf(first, isVersionKnown)
  if (totals === null) throw new Error('the first form has a total')
  const instruments = [first, third, totals]
  const find = createFinder(instruments)
  const total = fc.record({
    instrumentId: fc.constant(totals.id),
    instrumentVersion: fc.constant(totals.version),
    rater: fc.constantFrom('client' as const, 'therapist' as const),
    occasion: fc.constantFrom('before' as const, 'after' as const),
    answers: answersTo(totals.items).filter((answers) => Object.keys(answers).length === totals.items.length),
    words: fc.constant([]),
    comment: fc.constant(''),
    recordedAt: fc.constant('2026-03-16T15:00:00.000Z'),
    fromPaperAt: fc.constant(null),
  })
  const form = (instrument: Instrument) =>
    fc.record({
      instrumentId: fc.constant(instrument.id),
      instrumentVersion: fc.constant(instrument.version),
      rater: fc.constantFrom('client' as const, 'therapist' as const),
      occasion: fc.constantFrom('before' as const, 'after' as const),
      answers: answersTo(instrument.items),
      words: fc.subarray((instrument.words ?? []).map(({ id }) => id)),
      comment: anyWords,
      recordedAt: fc.constant('2026-03-16T15:00:00.000Z'),
      fromPaperAt: fc.option(fc.constant('2026-03-18T09:00:00.000Z')),
    })
  const session = fc.record({
    status: fc.constantFrom(...sessionStatuses),
    modality: fc.constantFrom(...modalities),
    date: fc.constantFrom('2026-03-16', '1999-12-31'),
    durationMinutes: fc.option(fc.integer({ min: 1, max: 600 })),
    notes: anyWords,
    responses: fc.uniqueArray(fc.oneof(form(first), form(third), total), {
      selector: ({ instrumentId, rater, occasion }) => `${instrumentId} ${rater} ${occasion}`,
      maxLength: 4,
    }),
  })
  const client = fc.record({
    code: anyCode,
    isFictional: fc.boolean(),
    sessions: fc.array(session, { maxLength: 3 }),
    ownWords: fc.array(anyOwnWords, { maxLength: 3 }),
  })
  return fc.uniqueArray(client, { selector: ({ code }) => code, maxLength: 3 }).map((clients) => ({
    instruments,
    sessions: clients.flatMap(({ sessions, ownWords, ...each }) => {
      const rated = ownRatingsBySession(inSessions(ownWords, sessions.length))
      return sessions.map(({ responses, ...own }, at) => {
        const blank = toExportedSession(
          // The parts of a session that an export takes.
          {
            client: each,
            session: { ...own, number: at + 1 } as never,
            responses: responses as never,
            ownRatings: rated.get(String(at)) ?? [],
          },
          find,
          true,
        )
        return exportedSessionSchema.parse(blank)
      })
    }),
  }))
})

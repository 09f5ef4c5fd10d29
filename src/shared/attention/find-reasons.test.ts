import { describe, expect, test } from 'vitest'
import { exampleSession } from '../prompts/example-record.ts'
import { ownAllianceScale } from '../prompts/prompt-record.ts'
import { nothingClosed } from '../overview/open-matters.ts'
import type { OutcomeStatus } from '../overview/outcome-status.ts'
import { initialRuleParameters } from '../rule-settings/rule-parameters.ts'
import { clientAlliance, ownSeries } from '../series/testing/own-series.ts'
import { sessionIdSchema } from '../records/ids.ts'
import type { RuptureNote } from '../records/rupture-note.ts'
import type { SessionStatus } from '../records/session.ts'
import { attentionKinds, byAttention, clientAttentionSchema, type ClientAttention } from './attention.ts'
import { currentReasons, type CurrentState, type RatedRecord } from './find-reasons.ts'
import { reasonsIn } from './gist.ts'
import { makeGist } from './make-gist.ts'

type AttentionRecord = RatedRecord & Omit<CurrentState, 'lastSeen'>

const findReasons = (given: AttentionRecord) => {
  const { gist } = makeGist(given, { parameters: given.parameters, pooled: () => null })
  return currentReasons(reasonsIn(gist), { ...given, lastSeen: gist.lastSeen })
}

type Rating = number | null | SessionStatus

/** A client with these alliance ratings in weekly sessions; a status stands for a session that was not held. */
function record(ratings: readonly Rating[], change: Partial<AttentionRecord> = {}): AttentionRecord {
  const sessions = ratings.map((rating, index) => ({
    number: index + 1,
    date: new Date(Date.UTC(2026, 0, 5 + 7 * index)).toISOString().slice(0, 10),
    status: typeof rating === 'string' ? rating : ('held' as const),
  }))
  const alliance = ratings.map((rating) => (typeof rating === 'number' ? rating : null))
  return {
    today: sessions.at(-1)?.date ?? '2026-01-05',
    status: 'active',
    sessions,
    alliance,
    lead: ownSeries.find(({ id }) => id === clientAlliance) ?? null,
    recorded: () => ({
      sessions: sessions
        .map(({ number, status }, index) => {
          const rating = alliance[index] ?? null
          return exampleSession(number, {
            status,
            scores: rating === null ? {} : { 'client.alliance': rating },
          })
        })
        .filter(({ status }) => status !== 'planned' && !status.startsWith('cancelled')),
      scale: ownAllianceScale,
    }),
    outcomes: [],
    parameters: initialRuleParameters,
    risks: [],
    notes: new Map(),
    closed: nothingClosed,
    drafts: [],
    begun: [],
    isPlanned: true,
    ...change,
  }
}

const noted = (resolution: RuptureNote['resolution']): RuptureNote => ({
  seenBy: 'therapist',
  isWithdrawal: true,
  isConfrontation: false,
  intensity: 5,
  resolution,
  tried: [],
  note: '',
})

const kindsOf = (given: AttentionRecord) => findReasons(given).map(({ kind }) => kind)

const steady = [7.5, 7, 7.5, 8, 7.5, 7.5] as const

describe('a client', () => {
  test('with a steady course is worth no attention', () => {
    expect(kindsOf(record(steady))).toEqual([])
    expect(kindsOf(record([]))).toEqual([])
  })

  test('who missed sessions after a low rating is named with both numbers', () => {
    expect(findReasons(record([...steady, 4.5, 'no-show', 'late-cancel']))).toContainEqual(
      expect.objectContaining({ kind: 'missed-after-fall', missed: 2, number: 7, score: 4.5, ratings: 6 }),
    )
  })

  test('who cancelled in time missed nothing', () => {
    const cancelled = record([...steady, 4.5, 'cancelled-by-client', 'cancelled-by-therapist'])
    expect(kindsOf(cancelled)).not.toContain('missed-after-fall')
  })

  test('who missed sessions after a usual rating is not named', () => {
    expect(kindsOf(record([...steady, 7, 'no-show']))).toEqual([])
  })

  test('whose rating fell to rupture level is named until it is repaired', () => {
    const before = [...steady, 7, 8] as const
    expect(findReasons(record([...before, 2]))).toMatchObject([
      { kind: 'fall', number: 9, score: 2, state: 'open', ratings: 8 },
    ])
    expect(findReasons(record([...before, 2, 3, 3, 3, 3]))).toMatchObject([
      { kind: 'fall', state: 'unrepaired' },
    ])
    expect(kindsOf(record([...before, 2, 8, 8]))).toEqual([])
  })

  test('with a drop or a noted rupture that is closed is named for an older one that is open', () => {
    const before = [...steady, 7, 8] as const
    const low = [...before, 2, 3, 3, 3, 3]
    const closed = { falls: new Set([9]), notes: new Set([5]) }
    const notes = new Map([1, 5].map((number) => [number, noted(null)]))
    expect(findReasons(record(low, { notes }))).toMatchObject([
      { kind: 'fall', number: 9 },
      { kind: 'noted', number: 5 },
    ])
    expect(findReasons(record(low, { notes, closed }))).toMatchObject([{ kind: 'noted', number: 1 }])
    expect(kindsOf(record([...before, 2], { closed }))).toEqual([])
    // A rating that goes lower still makes it another drop.
    expect(findReasons(record([...before, 2, 1], { closed }))).toMatchObject([{ kind: 'fall', number: 10 }])
  })

  test('who rated none of three sessions is named, and not after two or after “I’d rather not”', () => {
    expect(findReasons(record([7, 7, null, null, null]))).toMatchObject([
      { kind: 'unrated', sessions: 3, ratedBefore: 2 },
    ])
    expect(kindsOf(record([7, 7, null, null]))).toEqual([])
    const declined = record([7, 7, null, null, null])
    const { sessions, scale } = declined.recorded()
    const skipped = sessions.map((session) =>
      session.number === 5 ? { ...session, clientMissing: 'skipped' as const } : session,
    )
    expect(kindsOf({ ...declined, recorded: () => ({ sessions: skipped, scale }) })).toEqual([])
  })

  test('who filled in any form meanwhile has not stopped rating', () => {
    const given = record([7, 7, null, null, null])
    const { sessions, scale } = given.recorded()
    const rated = sessions.map((session) =>
      session.number === 5 ? { ...session, isRatedByClient: true } : session,
    )
    expect(kindsOf({ ...given, recorded: () => ({ sessions: rated, scale }) })).toEqual([])
  })

  test('who has not been there for thirty days is named, if no session is planned', () => {
    const away = { today: '2026-02-15', isPlanned: false }
    expect(findReasons(record([7, 7], away))).toMatchObject([{ kind: 'away', days: 34, number: 2 }])
    expect(kindsOf(record([7, 7], { ...away, isPlanned: true }))).toEqual([])
    expect(kindsOf(record([7, 7], { ...away, today: '2026-02-10' }))).toEqual([])
    expect(kindsOf(record([7, 7], { ...away, status: 'paused' }))).toEqual([])
  })

  test('with a session that was begun and never finished has a draft, the newest of several', () => {
    const ids = [1, 2].map((last) => sessionIdSchema.parse(`22222222-2222-4222-8222-22222222222${last}`))
    const begun = ids.map((id, index) => ({ id, number: index + 1, date: `2026-01-0${index + 5}` }))
    expect(findReasons(record([7, 7], { begun }))).toMatchObject([
      { kind: 'draft', number: 2, on: '2026-01-06', sessionId: ids[1], isBegun: true },
    ])
    expect(kindsOf(record([], { begun, status: 'ended' }))).toEqual(['draft'])
  })

  test('whose therapy has ended is named for risk and drafts alone', () => {
    const ended = { status: 'ended', today: '2026-06-01', isPlanned: false } as const
    expect(kindsOf(record([...steady, 7, 8, 2], ended))).toEqual([])
  })
})

/** A questionnaire with this verdict on the change to the session at a place. */
function outcome(change: OutcomeStatus['change']['verdict']['change'], current: number): OutcomeStatus {
  return {
    instrumentId: 'phq-9',
    instrumentVersion: 1,
    title: 'PHQ-9',
    scale: { id: 'sum', title: 'Sum', minimum: 0, maximum: 27, direction: 'lower-is-better' },
    scores: [9, 17],
    n: 2,
    totals: [],
    asksAboutRisk: true,
    leftOut: [],
    threshold: { points: 6, source: '' },
    cutoffs: [],
    baseline: { session: 0, isChosen: false },
    change: {
      kind: 'change',
      rule: { id: 'published-change', version: 2 },
      n: 2,
      sessions: [0, current],
      missing: [],
      parameters: {
        direction: 'lower-is-better',
        points: 6,
        sd: null,
        reliability: null,
        criterion: null,
        cutoff: null,
      },
      at: { baseline: 0, current },
      values: { before: 9, after: 17, change: 8, threshold: 6, index: null, standardErrorOfDifference: null },
      verdict: { change, cutoff: 'none' },
    },
    track: null,
    suddenGains: [],
  }
}

test('a client who is reliably worse is named with the change, its threshold and its session', () => {
  expect(findReasons(record([7, 7], { outcomes: [outcome('reliably-worse', 1)] }))).toMatchObject([
    { kind: 'worse', before: 9, after: 17, threshold: 6, number: 2, on: '2026-01-12', ratings: 2 },
  ])
  for (const verdict of ['reliably-better', 'not-reliable', 'too-few-ratings'] as const)
    expect(kindsOf(record([7, 7], { outcomes: [outcome(verdict, 1)] }))).toEqual([])
})

test('a change for the worse says how many of its two scores are totals without answers', () => {
  const totalsOf = (totals: number[]) =>
    findReasons(record([7, 7, 7], { outcomes: [{ ...outcome('reliably-worse', 2), totals }] }))
  expect(totalsOf([1])).toMatchObject([{ kind: 'worse', totals: 0 }])
  expect(totalsOf([2])).toMatchObject([{ kind: 'worse', totals: 1 }])
  expect(totalsOf([0, 1, 2])).toMatchObject([{ kind: 'worse', totals: 2 }])
})

test('newer ratings, and another state of a fall, are new evidence', () => {
  const evidenceOf = (given: AttentionRecord) => findReasons(given)[0]?.evidence
  const before = [...steady, 7, 8] as const
  expect(evidenceOf(record([...before, 2]))).not.toBe(evidenceOf(record([...before, 2, 3, 3, 3, 3])))
  expect(evidenceOf(record([7, 7, 7], { outcomes: [outcome('reliably-worse', 1)] }))).not.toBe(
    evidenceOf(record([7, 7, 7], { outcomes: [outcome('reliably-worse', 2)] })),
  )
  const missed = [...steady, 4.5, 'no-show'] as const
  expect(evidenceOf(record(missed))).not.toBe(evidenceOf(record([...missed, 'no-show'])))
})

function client(clientCode: string, ...reasons: object[]): ClientAttention {
  return clientAttentionSchema.parse({
    clientId: '11111111-1111-4111-8111-111111111111',
    clientCode,
    isFictional: false,
    reasons: reasons.map((reason) => ({ on: '2026-01-05', evidence: 'x', ...reason })),
    lookedAt: [],
    trend: null,
    outcome: null,
    next: null,
  })
}

const ofKind = {
  risk: { kind: 'risk', number: 1, answers: 1 },
  worse: {
    kind: 'worse',
    number: 1,
    title: 'PHQ-9',
    before: 9,
    after: 17,
    threshold: 6,
    ratings: 2,
    totals: 0,
  },
  'missed-after-fall': { kind: 'missed-after-fall', missed: 1, number: 1, score: 4, usual: 7, ratings: 6 },
  fall: { kind: 'fall', number: 1, score: 4, reference: 7, ratings: 8, state: 'open' },
  noted: { kind: 'noted', number: 1, isWithdrawal: true, isConfrontation: false, resolution: null },
  unrated: { kind: 'unrated', sessions: 3, ratedBefore: 2 },
  away: { kind: 'away', number: 1, days: 40 },
  draft: { kind: 'draft', number: 1, sessionId: '22222222-2222-4222-8222-222222222222', isBegun: false },
} as const

test('clients are in the order of their most pressing reason, and those with none come last', () => {
  const clients = attentionKinds.map((kind) => client(kind, ofKind[kind]))
  const shuffled = [client('none'), ...clients.toReversed()]
  expect(shuffled.toSorted(byAttention).map(({ clientCode }) => clientCode)).toEqual([
    ...attentionKinds,
    'none',
  ])
})

test('of the same reason the newest comes first, and then the order is that of the codes', () => {
  const [old, recent] = [
    { ...ofKind.fall, on: '2026-01-05' },
    { ...ofKind.fall, on: '2026-02-02' },
  ]
  const clients = [
    client('K-1', old),
    client('K-10', recent),
    client('K-2', recent),
    client('B'),
    client('A'),
  ]
  expect(clients.toSorted(byAttention).map(({ clientCode }) => clientCode)).toEqual([
    'K-2',
    'K-10',
    'K-1',
    'A',
    'B',
  ])
})

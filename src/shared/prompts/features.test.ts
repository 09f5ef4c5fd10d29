import { describe, expect, it } from 'vitest'
import { initialRuleParameters } from '../rule-settings/rule-parameters.ts'
import { nothingKnown } from './client-features.ts'
import { exampleRecord, exampleSession, exampleSessions } from './example-record.ts'
import { featuresOf } from './features.ts'
import type { RecordedSession } from './prompt-record.ts'

const noted = {
  seenBy: 'therapist',
  isWithdrawal: true,
  isConfrontation: false,
  intensity: 4,
  resolution: null,
} as const

const withFall = exampleSessions({ 'client.alliance': [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8, 4.5] })

describe('the features of a record', () => {
  it('are empty for a client without sessions', () => {
    const features = featuresOf(exampleRecord([exampleSession(1, { status: 'planned' })]))
    expect(features).toEqual(nothingKnown)
  })

  it('give an episode in session numbers, with the number of ratings behind it', () => {
    expect(featuresOf(exampleRecord(withFall)).episodes).toEqual([
      {
        rater: 'client',
        level: 'rupture',
        state: 'open',
        reference: expect.closeTo(7.583, 3),
        ratingsInReference: 6,
        troughScore: 4.5,
        depth: expect.closeTo(8.608, 3),
        troughSession: 9,
        ratingsBefore: 8,
        sessionsSinceTrough: 0,
        isReported: false,
      },
    ])
  })

  it('give the level before a drop one rating if the last rating before it lies below the mean', () => {
    const [episode] = featuresOf(
      exampleRecord(exampleSessions({ 'client.alliance': [9, 9, 9, 9, 9, 9, 7, 8, 3] })),
    ).episodes
    expect(episode).toMatchObject({ reference: 8, ratingsInReference: 1, ratingsBefore: 8 })
  })

  it('count an episode as reported if a rupture was noted in it, not before it', () => {
    const reportedIn = (number: number) =>
      featuresOf(
        exampleRecord(
          withFall.map((session) =>
            session.number === number ? { ...session, ruptureNote: noted } : session,
          ),
        ),
      ).episodes[0]?.isReported
    expect(reportedIn(9)).toBe(true)
    expect(reportedIn(8)).toBe(false)
  })

  it('count notes made while an episode is open as part of it, but not later ones', () => {
    const after = [...withFall, exampleSession(10, { ruptureNote: noted })]
    const record = exampleRecord(after)
    expect(featuresOf(record).ruptureReport?.isDetected).toBe(true)
    const closed = record.episodes.map((episode) => ({ ...episode, state: 'unrepaired', end: 8 }) as const)
    expect(featuresOf({ ...record, episodes: closed }).ruptureReport?.isDetected).toBe(false)
  })

  it('contain the rupture noted in the newest session, and whether the ratings show it', () => {
    const last = withFall.length - 1
    const reported = withFall.map((session, index) =>
      index === last ? { ...session, ruptureNote: noted } : session,
    )
    expect(featuresOf(exampleRecord(reported)).ruptureReport).toEqual({
      ...noted,
      sessionNumber: 9,
      isDetected: true,
    })
    expect(featuresOf(exampleRecord(reported, { episodes: [] })).ruptureReport?.isDetected).toBe(false)
    expect(featuresOf(exampleRecord([...reported, exampleSession(10)])).ruptureReport).toBeNull()
  })

  it('leave out what the therapist closed, so that an older drop that is open speaks', () => {
    const again = exampleSessions({
      'client.alliance': [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8, 4.5, 5, 4.5, 5, 4.5, 5, 4.5, 5, 4.5, 5, 4.5, 1],
    })
    const troughs = (closed: { falls: Set<number>; notes: Set<number> }) =>
      featuresOf(exampleRecord(again, { closed })).episodes.map(({ troughSession }) => troughSession)
    expect(troughs({ falls: new Set(), notes: new Set([20]) })).toEqual([20])
    expect(troughs({ falls: new Set([20]), notes: new Set() })).toEqual([9])
    const reported = [...withFall, exampleSession(10, { ruptureNote: noted })]
    const reportWith = (notes: number[]) =>
      featuresOf(exampleRecord(reported, { closed: { falls: new Set(), notes: new Set(notes) } }))
        .ruptureReport
    expect(reportWith([9])).toMatchObject({ sessionNumber: 10 })
    expect(reportWith([10])).toBeNull()
  })

  it('compare the two views of the alliance over the sessions that both rated', () => {
    const { congruence } = featuresOf(
      exampleRecord(
        exampleSessions({
          'client.alliance': [5, 6, 4, 7, 3, 5, null],
          'therapist.alliance': [4, 5, 4, 6, 3, 4.5, 8],
        }),
      ),
    )
    expect(congruence).toEqual({
      sessionNumber: 6,
      pairs: 6,
      tracking: expect.closeTo(0.7, 4),
      directionalDiscrepancy: expect.closeTo(-0.583, 3),
      trackingMargin: expect.closeTo(0.24, 2),
      discrepancyMargin: expect.closeTo(0.51, 2),
      leastDiscrepancy: 1,
    })
  })

  it('contain the newest concern until it is noted as taken up, in its own session or later', () => {
    const concernAfter = (...events: readonly RecordedSession['events'][]) =>
      featuresOf(exampleRecord(events.map((of, index) => exampleSession(index + 1, { events: of })))).concern
    expect(concernAfter(['concern-raised'], [], [])).toEqual({ sessionNumber: 1, sessionsSince: 2 })
    expect(concernAfter(['concern-raised', 'concern-taken-up'], [])).toBeNull()
    expect(concernAfter(['concern-raised'], ['concern-taken-up'], [])).toBeNull()
    expect(concernAfter(['concern-taken-up'], ['concern-raised'], [])).toMatchObject({ sessionsSince: 1 })
    expect(concernAfter([], ['other'])).toBeNull()
  })

  it('count the missed sessions since the last held one', () => {
    const sessions = [
      exampleSession(1, { status: 'no-show' }),
      exampleSession(2),
      exampleSession(3, { status: 'late-cancel' }),
      exampleSession(4, { status: 'no-show' }),
      exampleSession(5, { status: 'planned' }),
    ]
    const features = featuresOf(exampleRecord(sessions))
    expect(features.missed).toEqual({ sessionNumber: 4, count: 2, lastHeldSession: 2 })
    expect(features.currentSession).toBe(4)
  })

  it('count no session that was cancelled in time, by either person', () => {
    const cancelled = [
      exampleSession(2, { status: 'cancelled-by-client' }),
      exampleSession(3, { status: 'cancelled-by-therapist' }),
    ]
    const features = featuresOf(exampleRecord([exampleSession(1), ...cancelled]))
    expect(features.missed).toBeNull()
    expect(features.currentSession).toBe(1)
  })

  it('count the sessions held without a rating by the client, and no others', () => {
    const sessions = [
      exampleSession(1, { scores: { 'client.helpfulness': 6 } }),
      exampleSession(2, { scores: { 'therapist.alliance': 6 } }),
      exampleSession(3, { status: 'no-show' }),
      exampleSession(4),
      exampleSession(5, { status: 'begun' }),
    ]
    expect(featuresOf(exampleRecord(sessions)).unrated).toEqual({
      sessionNumber: 4,
      count: 2,
      ratedSessions: 1,
      isDeclined: false,
    })
    const declined = sessions.map((session) =>
      session.number === 4 ? { ...session, clientMissing: 'skipped' as const } : session,
    )
    expect(featuresOf(exampleRecord(declined)).unrated?.isDeclined).toBe(true)
    expect(featuresOf(exampleRecord(sessions.slice(0, 1))).unrated).toBeNull()
  })

  it('compare each guess with its rating, emotion by emotion, and only if both exist', () => {
    const record = exampleRecord(
      exampleSessions({
        'therapist.guess-sadness': [4, 5, 4, 5, 4, 5, 2],
        'client.sadness': [5, 4, 5, 4, 5, 4, 9],
        'therapist.guess-anger': [4, 4, 4, 4, 4, 4, 9],
        'client.anger': [4, 4, 4, 4, 4, 4, null],
        'client.fear': [4, 4, 4, 4, 4, 4, 4],
      }),
    )
    expect(featuresOf(record).guesses).toEqual([
      {
        sessionNumber: 7,
        emotion: 'sadness',
        guess: 2,
        rating: 9,
        error: expect.objectContaining({ latest: -7, usual: 0, before: 0 }),
      },
    ])
  })

  it('count the sessions since feelings were explored, if that was ever noted', () => {
    const explored = (...places: number[]) =>
      featuresOf(
        exampleRecord(
          [1, 2, 3, 4].map((number) =>
            exampleSession(number, { events: places.includes(number) ? ['feelings-explored'] : [] }),
          ),
        ),
      ).sinceExplored
    expect([explored(1), explored(1, 3), explored(4), explored()]).toEqual([3, 1, 0, null])
  })

  it('compare own and felt empathy with the gap that is usual for the two', () => {
    const record = exampleRecord(
      exampleSessions({
        'therapist.own-empathy': [8, 8, 9, 8, 8, 9, 8],
        'client.felt-empathy': [6, 6, 7, 6, 6, 7, 2],
      }),
    )
    expect(featuresOf(record).understood).toMatchObject({
      own: 8,
      felt: 2,
      gap: { latest: 6, usual: 2, isUnusual: true },
    })
    expect(featuresOf({ ...record, sessions: record.sessions.slice(0, 6) }).understood).toBeNull()
  })

  it('compare the first with the newest six ratings of the alliance, from twelve on', () => {
    const growth = (ratings: number[]) =>
      featuresOf(exampleRecord(exampleSessions({ 'client.alliance': ratings }))).growth
    const grown = [5, 5.5, 5, 5.5, 5, 5.5, 7, 7.5, 7, 7.5, 7, 7.5]
    expect(growth(grown)).toMatchObject({ first: 5.25, newest: 7.25 })
    expect(growth(grown.slice(1))).toBeNull()
    // Wide swings ask for more growth.
    const swinging = growth([2, 8, 2, 8, 2, 8, 4, 10, 4, 10, 4, 10])
    expect(swinging?.least).toBeGreaterThan(growth(grown)?.least ?? 10)
  })

  it('leave out congruence with fewer pairs than the current parameters require', () => {
    const series = { 'client.alliance': [5, 6, 4, 7, 3, 5], 'therapist.alliance': [4, 5, 4, 6, 3, 4.5] }
    const pairs = (congruencePairs: number) =>
      featuresOf(
        exampleRecord(exampleSessions(series), {
          parameters: { ...initialRuleParameters, congruencePairs },
        }),
      ).congruence?.pairs
    expect([pairs(6), pairs(7)]).toEqual([6, undefined])
  })

  it('take the parts of the alliance from six sessions that have all of them, the newest included', () => {
    const parts = (bond: (number | null)[]) =>
      featuresOf(
        exampleRecord(
          exampleSessions({
            'client.bond': bond,
            'client.tasks': [7, 7, 7, 7, 7, 7, 7],
            'client.goals': [8, 8, 8, 8, 8, 8, 8],
          }),
        ),
      ).parts
    expect(parts([1, 4, 4, 4, 4, 4, 4])).toEqual({
      sessionNumber: 7,
      sessions: 6,
      bond: 4,
      tasks: 7,
      goals: 8,
      surelyAboveBond: 3,
      surelyBelowBond: -4,
    })
    expect(parts([4, 4, 4, 4, 4, 4, null])).toBeNull()
    expect(parts([null, null, 4, 4, 4, 4, 4])).toBeNull()
    // What varies is less sure.
    expect(parts([4, 2, 6, 2, 6, 2, 6])?.surelyAboveBond).toBeLessThan(2)
  })

  it('name only hard feelings, and count them in the four sessions before', () => {
    const feelings = [
      ['drained'],
      [],
      ['liking'],
      ['helpless'],
      ['drained'],
      ['drained', 'pride', 'frustrated'],
    ]
    const sessions = feelings.map((words, index) => exampleSession(index + 1, { feelings: words }))
    expect(featuresOf(exampleRecord(sessions)).feelings).toEqual({
      sessionNumber: 6,
      words: ['drained', 'frustrated'],
      before: { sessions: 4, withWords: 2 },
    })
    expect(featuresOf(exampleRecord(sessions.slice(0, 3))).feelings).toBeNull()
  })

  it('give a questionnaire in session numbers, and leave out one with a single rating', () => {
    const outcome = (current: number, beforeLast: number | null = 15) => ({
      title: 'PHQ-9',
      n: 2,
      threshold: { points: 6, source: 'a source' },
      scale: { direction: 'lower-is-better' as const },
      scores: [9, beforeLast, 16],
      totals: [1, 2],
      change: {
        at: { baseline: 0, current },
        values: { before: 9, after: 16 },
        verdict: { change: 'reliably-worse' },
      },
      track: null,
    })
    const sessions = [2, 4, 5].map((number) => exampleSession(number))
    const outcomesAt = (current: number, beforeLast?: number | null) =>
      featuresOf(exampleRecord(sessions, { outcomes: [outcome(current, beforeLast)] })).outcomes
    // One rating may be a bad day: the one before must be reliably worse too.
    expect(outcomesAt(2, 14)).toMatchObject([{ isReliablyWorse: false }])
    expect(outcomesAt(2, null)).toMatchObject([{ isReliablyWorse: false }])
    expect(outcomesAt(2)).toMatchObject([
      {
        sessionNumber: 5,
        baselineSession: 2,
        before: 9,
        isTotal: { before: false, after: true },
        after: 16,
        points: 6,
        isReliablyWorse: true,
        littleGained: null,
      },
    ])
    expect(outcomesAt(0)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { initialRuleParameters } from '../rules/rule-parameters.ts'
import { featuresOf } from './features.ts'
import { exampleRecord, exampleSession, exampleSessions } from './testing/example-record.ts'

const noted = {
  seenBy: 'therapist',
  isWithdrawal: true,
  isConfrontation: false,
  intensity: 4,
  resolution: null,
} as const

const withFall = exampleSessions({ 'client.alliance': [7.5, 7, 7.5, 8, 7.5, 7.5, 8, 4.5] })

describe('the features of a record', () => {
  it('are nothing at all for a client not yet seen', () => {
    const features = featuresOf(exampleRecord([exampleSession(1, { status: 'planned' })]))
    expect(features).toEqual({
      parameters: initialRuleParameters,
      currentSession: 0,
      usual: {},
      episodes: [],
      ruptureReport: null,
      congruence: null,
      guessNegative: null,
      missed: null,
      unrated: null,
      events: null,
    })
  })

  it('tell an episode in session numbers, with the ratings it was judged from', () => {
    expect(featuresOf(exampleRecord(withFall)).episodes).toEqual([
      {
        rater: 'client',
        level: 'rupture',
        state: 'open',
        reference: expect.closeTo(7.5714, 4),
        troughScore: 4.5,
        depth: expect.closeTo(3.686, 3),
        troughSession: 8,
        ratingsBefore: 7,
        sessionsSinceTrough: 0,
        isNewestOfRater: true,
        isReported: false,
      },
    ])
  })

  it('know that an episode was reported when a rupture was noted in it, not before it', () => {
    const reportedIn = (number: number) =>
      featuresOf(
        exampleRecord(
          withFall.map((session) =>
            session.number === number ? { ...session, ruptureNote: noted } : session,
          ),
        ),
      ).episodes[0]?.isReported
    expect(reportedIn(8)).toBe(true)
    expect(reportedIn(7)).toBe(false)
  })

  it('count what is noted while an episode is open as part of it, and not what comes after', () => {
    const after = [...withFall, exampleSession(9, { ruptureNote: noted })]
    const record = exampleRecord(after)
    expect(featuresOf(record).ruptureReport?.isDetected).toBe(true)
    const closed = record.episodes.map((episode) => ({ ...episode, state: 'unrepaired', end: 7 }) as const)
    expect(featuresOf({ ...record, episodes: closed }).ruptureReport?.isDetected).toBe(false)
  })

  it('bring the rupture noted in the newest session, and whether the ratings show it', () => {
    const last = withFall.length - 1
    const reported = withFall.map((session, index) =>
      index === last ? { ...session, ruptureNote: noted } : session,
    )
    expect(featuresOf(exampleRecord(reported)).ruptureReport).toEqual({
      ...noted,
      sessionNumber: 8,
      isDetected: true,
    })
    expect(
      featuresOf({ sessions: reported, episodes: [], parameters: initialRuleParameters }).ruptureReport
        ?.isDetected,
    ).toBe(false)
    expect(featuresOf(exampleRecord([...reported, exampleSession(9)])).ruptureReport).toBeNull()
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
      clientRange: 4,
    })
  })

  it('say nothing of the two views before as many sessions were rated by both as the therapist asks for', () => {
    const record = exampleRecord(
      exampleSessions({
        'client.alliance': [5, 6, 4, 7, 3, 5],
        'therapist.alliance': [4, 5, 4, 6, 3, 4.5],
      }),
    )
    const asking = (congruencePairs: number) =>
      featuresOf({ ...record, parameters: { ...initialRuleParameters, congruencePairs } }).congruence
    expect(asking(6)?.pairs).toBe(6)
    expect(asking(7)).toBeNull()
  })

  it('count what was missed since the last session held', () => {
    const sessions = [
      exampleSession(1, { status: 'no-show' }),
      exampleSession(2),
      exampleSession(3, { status: 'late-cancel' }),
      exampleSession(4, { status: 'no-show' }),
      exampleSession(5, { status: 'planned' }),
    ]
    const features = featuresOf({ sessions, episodes: [], parameters: initialRuleParameters })
    expect(features.missed).toEqual({ sessionNumber: 4, count: 2, lastHeldSession: 2 })
    expect(features.currentSession).toBe(4)
  })

  it('count the sessions held without a rating by the client, and no others', () => {
    const sessions = [
      exampleSession(1, { scores: { 'client.helpfulness': 6 } }),
      exampleSession(2, { scores: { 'therapist.alliance': 6 } }),
      exampleSession(3, { status: 'no-show' }),
      exampleSession(4),
      exampleSession(5, { status: 'begun' }),
    ]
    expect(featuresOf({ sessions, episodes: [], parameters: initialRuleParameters }).unrated).toEqual({
      sessionNumber: 4,
      count: 2,
      ratedSessions: 1,
    })
    expect(
      featuresOf({ sessions: sessions.slice(0, 1), episodes: [], parameters: initialRuleParameters }).unrated,
    ).toBeNull()
  })

  it('set the guess beside the rating only where both are there', () => {
    const withScores = (scores: Parameters<typeof exampleSession>[1]) =>
      featuresOf({ sessions: [exampleSession(1, scores)], episodes: [], parameters: initialRuleParameters })
        .guessNegative
    expect(withScores({ scores: { 'therapist.guess-negative': 3, 'client.negative': 7 } })).toEqual({
      sessionNumber: 1,
      guess: 3,
      rating: 7,
    })
    expect(withScores({ scores: { 'therapist.guess-negative': 3 } })).toBeNull()
  })
})

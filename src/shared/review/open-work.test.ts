import { expect, test } from 'vitest'
import type { BundledClient } from '../bundles/bundled-client.ts'
import { exampleBundledClient } from '../bundles/testing/example-bundle.ts'
import { allianceSince } from './bundled-course.ts'
import { findOpenWork } from './open-work.ts'

const noted: NonNullable<BundledClient['sessions'][number]['rupture']> = {
  seenBy: 'therapist',
  isWithdrawal: true,
  isConfrontation: false,
  intensity: 4,
  resolution: null,
  tried: [],
}

/** The client of the example, shared up to a session; the alliance falls at the tenth and recovers at the twelfth. */
function upTo(last: number): BundledClient {
  return exampleBundledClient({ sessions: new Set(Array.from({ length: last }, (_, index) => index + 1)) })
}

/** The same with a note of a strain at a session. */
function withNote(
  client: BundledClient,
  number: number,
  resolution: 'resolved' | null = null,
): BundledClient {
  const sessions = client.sessions.map((session) =>
    session.number === number ? { ...session, rupture: { ...noted, resolution } } : session,
  )
  return { ...client, sessions }
}

/** The same with its fall in another state. */
function inState(client: BundledClient, state: 'open' | 'unrepaired'): BundledClient {
  const episodes = client.episodes.map((episode) => ({
    ...episode,
    state,
    end: state === 'open' ? null : episode.end,
  }))
  return { ...client, episodes }
}

const whole = upTo(14)

test('a fall that is over and that nobody noted is something to talk about', () => {
  const [episode] = whole.episodes
  expect(episode).toMatchObject({ level: 'rupture', state: 'repaired' })
  expect(findOpenWork(whole)).toContainEqual(
    expect.objectContaining({ kind: 'unnoticed', number: 10, score: 3, peak: 9 }),
  )
  expect(findOpenWork(withNote(whole, 10, 'resolved'))).toEqual([])
})

test('an open or unrepaired fall says whether a strain was noted meanwhile', () => {
  const open = inState(whole, 'open')
  expect(findOpenWork(open)[0]).toMatchObject({ kind: 'fall', state: 'open', isNoted: false, score: 3 })
  expect(findOpenWork(withNote(open, 11))[0]).toMatchObject({ kind: 'fall', isNoted: true })
  expect(findOpenWork(inState(whole, 'unrepaired'))[0]).toMatchObject({ kind: 'fall', state: 'unrepaired' })
})

test('where a session of the fall was not shared, nobody is said to have missed it', () => {
  const episodes = inState(whole, 'open').episodes
  const sessions = whole.sessions.filter(({ number }) => number !== 11)
  expect(findOpenWork({ ...whole, episodes, sessions })[0]).toMatchObject({ kind: 'fall', isNoted: null })
})

test('a noted strain is open until it is marked as repaired', () => {
  const kinds = (client: BundledClient) => findOpenWork(client).map(({ kind }) => kind)
  expect(kinds(withNote(whole, 10))).toEqual(['noted'])
  expect(kinds(withNote(whole, 10, 'resolved'))).toEqual([])
})

test('three sessions in a row without a rating are open, unless the client preferred it so', () => {
  const rated = withNote(whole, 10, 'resolved')
  const without = (numbers: readonly number[]): BundledClient => ({
    ...rated,
    series: rated.series.map((series) => ({
      ...series,
      scores: series.scores.filter(({ session }) => !numbers.includes(session)),
    })),
  })
  expect(findOpenWork(without([13]))).toEqual([])
  const unrated = without([12, 13])
  expect(findOpenWork(unrated)).toEqual([{ kind: 'unrated', sessions: 3, ratedBefore: 11 }])
  const sessions = unrated.sessions.map((session) =>
    session.number === 14 ? { ...session, clientMissing: 'skipped' as const } : session,
  )
  expect(findOpenWork({ ...unrated, sessions })).toEqual([])
  expect(findOpenWork({ ...unrated, series: [] })).toEqual([])
})

test('what was agreed is asked about again once a session was held, until it is tried or dropped', () => {
  const agreed = (session: number | null, state: 'open' | 'not-yet' | 'tried' | 'dropped') => ({
    session,
    text: 'Name the silence.',
    state,
  })
  const rated = withNote(whole, 10, 'resolved')
  const work = (...agreements: ReturnType<typeof agreed>[]) => findOpenWork({ ...rated, agreements })
  expect(work(agreed(14, 'open'), agreed(3, 'tried'), agreed(3, 'dropped'))).toEqual([])
  expect(work(agreed(13, 'open'), agreed(null, 'not-yet'), agreed(3, 'tried'))).toEqual([
    { kind: 'agreed', agreements: [agreed(13, 'open'), agreed(null, 'not-yet')] },
  ])
})

test('the alliance is compared with the session that something was agreed after', () => {
  expect(allianceSince(whole, 10)).toEqual({ before: 3, now: 8 })
  expect(allianceSince(whole, 0)).toEqual({ before: null, now: 8 })
  expect(allianceSince(whole, 13)).toBeNull()
})

test('a reliable worsening on a questionnaire comes first, with its numbers', () => {
  const [series] = whole.series
  const threshold = { points: 5, source: 'A study' }
  const outcomes = [
    { series: series!.id, threshold, baseline: 1, current: 10, change: 'reliably-worse' as const },
  ]
  expect(findOpenWork({ ...whole, outcomes })[0]).toEqual({
    kind: 'worse',
    number: 10,
    title: series!.instrumentTitle,
    before: 8,
    after: 3,
    threshold: 5,
  })
})

test('what the therapist closed is nothing to talk about any more, and an older strain still is', () => {
  const open = inState(withNote(withNote(whole, 2), 5), 'open')
  expect(findOpenWork(open)).toMatchObject([
    { kind: 'fall', number: 10 },
    { kind: 'noted', number: 5 },
  ])
  const closings = [
    { session: 5, isOfFall: false, isOfNote: true },
    { session: 10, isOfFall: true, isOfNote: false },
  ]
  expect(findOpenWork({ ...open, closings })).toMatchObject([{ kind: 'noted', number: 2 }])
  // A drop that nobody noted is not raised either once it is closed.
  expect(findOpenWork({ ...whole, closings })).toEqual([])
})

import { expect, test } from 'vitest'
import { exampleBundledClient } from '../bundles/testing/example-bundle.ts'
import { clientAlliance } from '../series/testing/own-series.ts'
import { changesIn, type ReceivedChange } from './changes.ts'
import { joinChanges } from './join-changes.ts'

const upTo = (last: number) =>
  exampleBundledClient({ sessions: new Set(Array.from({ length: last }, (_, index) => index + 1)) })
const before = upTo(10)
const after = upTo(14)

test('a client who comes for the first time is new, and the same again is no change', () => {
  expect(changesIn(null, after)).toEqual([{ kind: 'new-client' }])
  expect(changesIn(after, after)).toEqual([])
})

test('new sessions, a fall and its end are changes', () => {
  const changes = changesIn(before, after)
  expect(changes).toContainEqual({ kind: 'sessions', sessions: [11, 12, 13, 14] })
  expect(changes).toContainEqual(
    expect.objectContaining({ kind: 'episode', peak: 9, before: 'open', after: 'repaired' }),
  )
  expect(changesIn(after, before)).toContainEqual({ kind: 'sessions-gone', sessions: [11, 12, 13, 14] })
})

test('a corrected score is a change of its session, and a scale that comes or goes is none', () => {
  const [series, ...others] = after.series
  const scores = series!.scores.map((score) => (score.session === 3 ? { ...score, value: 2 } : score))
  expect(changesIn(after, { ...after, series: [{ ...series!, scores }, ...others] })).toEqual([
    { kind: 'corrected', sessions: [3] },
  ])
  expect(changesIn({ ...after, series: others }, { ...after, series: [...others, series!] })).toEqual([
    { kind: 'series', series: [clientAlliance] },
  ])
})

test('changes hold no text: a note or a question that changes leaves only that it did', () => {
  const told = {
    ...after,
    question: 'a secret',
    sessions: after.sessions.map((each) => ({ ...each, notes: 'a secret' })),
  }
  const changes = [...changesIn(after, told), ...changesIn(told, { ...told, question: null })]
  expect(changes).toEqual([
    { kind: 'question', is: 'changed' },
    { kind: 'question', is: 'gone' },
  ])
  expect(JSON.stringify(changes)).not.toContain('secret')
})

test('two rounds of changes become one, from what was at first to what is now', () => {
  const episode = { kind: 'episode', series: clientAlliance, peak: 9 } as const
  const first: ReceivedChange[] = [
    { kind: 'sessions', sessions: [10] },
    { ...episode, before: null, after: 'open' },
  ]
  const second: ReceivedChange[] = [
    { kind: 'sessions', sessions: [11, 12] },
    { ...episode, before: 'open', after: 'repaired' },
  ]
  expect(joinChanges(first, second)).toEqual([
    { ...episode, before: null, after: 'repaired' },
    { kind: 'sessions', sessions: [10, 11, 12] },
  ])
  expect(joinChanges([{ kind: 'new-client' }], second)).toEqual([{ kind: 'new-client' }])
  const back: ReceivedChange[] = [{ ...episode, before: 'open', after: 'repaired' }]
  const forth: ReceivedChange[] = [{ ...episode, before: 'repaired', after: 'open' }]
  expect(joinChanges(back, forth)).toEqual([])
})

test('an agreement that is new or answered is a change without its text', () => {
  const agreed = { session: 2, text: 'a secret', state: 'open' as const }
  const told = { ...after, agreements: [agreed] }
  const answered = { ...after, agreements: [{ ...agreed, state: 'tried' as const }] }
  const [shared, changed, gone] = [
    changesIn(after, told),
    changesIn(told, answered),
    changesIn(answered, { ...after, agreements: [] }),
  ]
  expect([shared, changed, gone]).toEqual(
    (['asked', 'changed', 'gone'] as const).map((is) => [{ kind: 'agreements', is }]),
  )
  expect(joinChanges(shared, changed)).toEqual(shared)
  expect(joinChanges(shared, gone)).toEqual([])
})

import { expect, test } from 'vitest'
import { newestShipped } from '../series/testing/own-series.ts'
import { responseSchema, type Response } from '../records/session-log.ts'
import { bothViewsOf, comparedViews, type BothViews } from './seen-together.ts'

const response = (rater: Response['rater'], instrumentId: string, ratings: Record<string, number | null>) =>
  responseSchema.parse({
    id: '00000000-0000-4000-8000-000000000001',
    instrumentId,
    instrumentVersion: newestShipped(instrumentId)?.version,
    rater,
    occasion: 'after',
    answers: Object.fromEntries(
      Object.entries(ratings).map(([id, value]) => [
        id,
        { value, missingReason: value === null ? 'skipped' : null },
      ]),
    ),
    words: [],
    comment: 'a secret',
    recordedAt: '2026-03-16T18:00:00.000Z',
  })

const responses = [
  response('client', 'attune-alliance-client', { goals: 7, tasks: 3, bond: null, overall: 6 }),
  response('therapist', 'attune-alliance-therapist', { goals: 7, tasks: 8, bond: 9 }),
  response('client', 'attune-session-experience', { 'felt-empathy': 5, helpfulness: 2 }),
  response('therapist', 'attune-own-empathy', { 'own-empathy': 8 }),
  response('therapist', 'attune-feelings-after', { supportive: 1, inadequate: 9 }),
  response('therapist', 'attune-emotions-guess', { sadness: 9 }),
  response('client', 'attune-emotions-client', { sadness: 1 }),
]

test('both views have what both rated, and nothing else of the therapist’s', () => {
  const views = bothViewsOf({ responses }, newestShipped)
  expect(views.map(({ client, therapist }) => [client, therapist])).toEqual([
    [7, 7],
    [3, 8],
    [5, 8],
  ])
  expect(views[0]).toMatchObject({ text: 'What I want to change', low: 'We see it differently' })
  expect(JSON.stringify(views)).not.toContain('secret')
})

test('there are none without the ratings of both', () => {
  expect(bothViewsOf({ responses: [] }, newestShipped)).toEqual([])
  expect(bothViewsOf({ responses: responses.slice(0, 1) }, newestShipped)).toEqual([])
  expect(bothViewsOf({ responses: responses.slice(1, 2) }, newestShipped)).toEqual([])
})

const view = (id: string, client: number, therapist: number): BothViews => ({
  id,
  text: id,
  minimum: 0,
  maximum: 10,
  low: 'low',
  high: 'high',
  client,
  therapist,
})

test('equal ratings are agreement, and one point apart is close', () => {
  expect(comparedViews([view('a', 4, 4), view('b', 0, 0)])).toEqual({ kind: 'same' })
  expect(comparedViews([view('a', 4, 5), view('b', 8, 7)])).toEqual({ kind: 'close' })
})

test('the widest gap is named, two of a tie are, and of more none is picked', () => {
  const [a, b, c] = [view('a', 2, 5), view('b', 9, 6), view('c', 4, 7)]
  expect(comparedViews([a, view('d', 5, 5)])).toEqual({ kind: 'apart', gap: 3, widest: [a] })
  expect(comparedViews([a, b])).toEqual({ kind: 'apart', gap: 3, widest: [a, b] })
  expect(comparedViews([a, b, c])).toEqual({ kind: 'apart', gap: 3, widest: [] })
  expect(comparedViews([a, view('d', 0, 9)])).toMatchObject({ gap: 9, widest: [{ id: 'd' }] })
})

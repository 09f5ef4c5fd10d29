import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unpackRows } from '#shared/attention/client-rows.ts'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import type { ScoreColumn } from '#shared/series/score-row.ts'
import { leadSeries } from '#shared/series/lead-series.ts'
import { seriesId, seriesOfClient, type SeriesSources } from '#shared/series/client-series.ts'
import { clientAlliance, earlierShipped, newestShipped } from '#shared/series/testing/own-series.ts'
import type { ScoredSession } from '../scores/score.repository.ts'
import { answersOf, clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase } from '../../testing/test-vault.ts'
import { createAllianceReader } from './alliance-series.ts'

type Rating = number | 'missed' | 'not rated' | 'planned'

/** The falls that a client is worth attention for, with these alliance ratings, session by session, and these changes to the entry. */
async function episodesAfter(ratings: readonly Rating[], entry: object = {}) {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry({ code: 'K-07', ...entry }))
  for (const [index, rating] of ratings.entries()) {
    const status = rating === 'missed' ? 'no-show' : rating === 'planned' ? 'planned' : 'held'
    const therapist = { goals: 10, tasks: 10, bond: 10, overall: 10 }
    const log = sessionLog(client.id, {
      session: { number: index + 1, status, date: status === 'planned' ? '2026-03-27' : '2026-03-16' },
      // The therapist's own rating never replaces the client's.
      responses: status === 'held' ? [therapistResponse('attune-alliance-therapist', therapist)] : [],
    })
    await api.sessions.save({ log, expectedRevision: 0 })
    if (typeof rating !== 'number') continue
    await api.handOver.begin({ sessionId: log.session.id })
    const answers = answersOf({ goals: rating, tasks: rating, bond: rating, overall: rating })
    await api.handOver.saveAnswers({ answers: { 'attune-alliance-client': answers }, comment: '' })
    await api.handOver.finish({ stopped: false })
    await api.handOver.return({ passphrase: rightPassphrase })
  }
  const [found] = unpackRows(await api.attention.list())
  return (found?.reasons ?? []).filter(({ kind }) => kind === 'fall')
}

const steady = [8, 9, 8, 9, 8, 9, 8, 9] as const

test('a client is worth attention for a fall in the client’s own ratings with its session and depth', async () => {
  expect(await episodesAfter([...steady, 2])).toMatchObject([
    { number: 9, score: 2, ratings: 8, state: 'open', on: '2026-03-16' },
  ])
})

test('a client is not worth attention for a repaired fall or a steady course, or after the therapy', async () => {
  expect(await episodesAfter([...steady, 2, 8, 9, 8])).toEqual([])
  expect(await episodesAfter(steady)).toEqual([])
  expect(await episodesAfter([...steady, 2], { status: 'ended' })).toEqual([])
})

test('a session without the client’s rating does not count as a rating, and keeps its number', async () => {
  const [episode] = await episodesAfter([8, 'missed', 9, 8, 'not rated', 9, 8, 9, 8, 9, 2, 'planned'])
  expect(episode).toMatchObject({ number: 11, score: 2, ratings: 8 })
})

/** Attune's own alliance form under another name, as an imported one would be. */
const imported = instrumentSchema.parse({
  ...newestShipped('attune-alliance-client'),
  id: 'imported-alliance',
})

const sources: SeriesSources = {
  find: (id, version) =>
    id === imported.id
      ? imported
      : version === 1
        ? (earlierShipped.get(id) ?? newestShipped(id))
        : newestShipped(id),
  newest: (id) => (id === imported.id ? imported : newestShipped(id)),
  always: ['attune-alliance-client', 'attune-alliance-therapist'],
  pooled: (seriesId) => (seriesId === clientAlliance ? 0.75 : null),
}

const column = (id: string, version: number, occasion: 'before' | 'after' = 'after'): ScoreColumn => [
  id === 'attune-alliance-therapist' ? 'therapist' : 'client',
  id,
  version,
  occasion,
  'alliance',
]

/** Sets of forms that sessions were answered with; each is one object, as the records give them. */
const layouts: readonly (readonly ScoreColumn[])[] = [
  [],
  [column('attune-alliance-client', 1)],
  [column('attune-alliance-client', 2), column('attune-alliance-therapist', 2)],
  [column('attune-alliance-client', 2), column('attune-alliance-client', 2, 'before')],
  [column('imported-alliance', 1)],
  [column('attune-alliance-client', 1), column('imported-alliance', 1), column('unknown', 1)],
]

const chosen = fc.constantFrom(null, clientAlliance, seriesId('client', imported.id, 'alliance'), 'gone')

const sessions: fc.Arbitrary<ScoredSession[]> = fc
  .array(
    fc.record({
      layout: fc.nat({ max: layouts.length - 1 }),
      values: fc.array(fc.option(fc.integer({ min: 0, max: 10 })), { minLength: 3, maxLength: 3 }),
      status: fc.constantFrom('held' as const, 'no-show' as const, 'planned' as const),
    }),
    { maxLength: 12 },
  )
  .map((made) =>
    made.map(({ layout, values, status }, index) => {
      const columns = layouts[layout] ?? []
      return {
        number: index + 1,
        status,
        date: '2026-03-16',
        columns,
        values: values.slice(0, columns.length),
      }
    }),
  )

test('the alliance of each client is the one that leads the client’s page, also after other clients', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(sessions, chosen), { minLength: 1, maxLength: 4 }), (clients) => {
      const read = createAllianceReader(sources)
      for (const [ofClient, chosenLead] of clients) {
        const past = ofClient.filter(({ status }) => status !== 'planned')
        const { series, scores } = seriesOfClient(past, sources)
        const lead = leadSeries(series, scores, chosenLead)
        const found = read(ofClient, chosenLead)
        expect(found.lead).toMatchObject(lead ?? {})
        expect(found.numbers).toEqual(past.map(({ number }) => number))
        expect(found.scores).toEqual(scores.map((ofSession) => ofSession[lead?.id ?? ''] ?? null))
      }
    }),
    { numRuns: 300, seed: 12 },
  )
})

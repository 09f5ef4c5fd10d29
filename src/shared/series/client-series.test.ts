import { describe, expect, it } from 'vitest'
import { describedInstrument } from '../instruments/described-scales.ts'
import { instrumentSchema, type Instrument } from '../instruments/instrument.ts'
import type { ScoreColumn } from './score-row.ts'
import { seriesOfClient, type ScoredColumns } from './client-series.ts'
import { isSessionAlliance, leadSeries } from './lead-series.ts'
import { clientAlliance, earlierShipped, newestShipped, therapistAlliance } from './testing/own-series.ts'

/** A form of four lines from 0 to 10, summed: shaped like a licensed one, with made-up questions. */
const lines = instrumentSchema.parse({
  id: 'four-lines',
  version: 1,
  title: 'Four lines',
  measures: 'How the session was.',
  respondent: 'client',
  occasion: 'after',
  instruction: 'Mark each line.',
  items: ['heard', 'topics', 'way', 'whole'].map((id) => ({
    id,
    text: `A line about ${id}`,
    minimum: 0,
    maximum: 10,
    step: 0.1,
    reversed: false,
    anchors: { minimum: 'Not at all', maximum: 'Very much' },
  })),
  scales: [
    {
      id: 'sum',
      title: 'Session',
      items: ['heard', 'topics', 'way', 'whole'],
      method: 'sum',
      minimum: 0,
      maximum: 40,
      direction: 'higher-is-better',
      missing: { minimumAnswered: 4, prorate: false },
      construct: 'alliance',
      frame: 'this-session',
    },
  ],
  riskItems: [],
  licence: 'Made up',
  attribution: 'Made up',
  whoMayUse: 'Anyone',
  validationStatus: 'Not validated',
})

function seriesOf(
  sessions: readonly (readonly [ScoreColumn, number | null][])[],
  instruments: readonly Instrument[] = [lines],
) {
  const find = (id: string, version: number) =>
    instruments.find((each) => each.id === id && each.version === version) ?? newestShipped(id)
  const newest = (id: string) =>
    instruments.filter((each) => each.id === id).toSorted((a, b) => b.version - a.version)[0] ??
    newestShipped(id)
  const rows = sessions.map((session): ScoredColumns => ({
    columns: session.map(([column]) => column),
    values: session.map(([, value]) => value),
  }))
  return seriesOfClient(rows, { find, newest, always: [], pooled: () => null })
}
const sum = (version = 1, occasion: 'after' | 'before' = 'after'): ScoreColumn => [
  'client',
  'four-lines',
  version,
  occasion,
  'sum',
]
const own: ScoreColumn = ['client', 'attune-alliance-client', 1, 'after', 'alliance']
const theirs: ScoreColumn = ['therapist', 'attune-alliance-therapist', 1, 'after', 'alliance']

describe('a client’s series', () => {
  it('keep the range and the step of their own scale, and nothing is rescaled', () => {
    const { series, scores } = seriesOf([[[sum(), 36.4]], [[sum(), null]], [[sum(), 31]]])
    expect(series).toMatchObject([
      { id: 'client/four-lines/sum', minimum: 0, maximum: 40, step: 0.1, pair: null },
    ])
    expect(scores).toEqual([{ 'client/four-lines/sum': 36.4 }, {}, { 'client/four-lines/sum': 31 }])
  })

  it('name the other rater’s series of the same', () => {
    const { series } = seriesOf([
      [
        [own, 8],
        [theirs, 7],
      ],
    ])
    expect(series.map(({ id, pair }) => [id, pair])).toEqual([
      [clientAlliance, { id: therapistAlliance, byItems: true }],
      [therapistAlliance, { id: clientAlliance, byItems: true }],
    ])
    expect(seriesOf([[[own, 8]]]).series[0]?.pair).toBeNull()
  })

  it('join versions with the same questions and range, and part from one with others', () => {
    const reworded: Instrument = { ...lines, version: 2, title: 'Four lines, reworded' }
    const shorter: Instrument = {
      ...lines,
      version: 3,
      scales: lines.scales.map((scale) => ({
        ...scale,
        items: scale.items.slice(0, 3),
        maximum: 30,
        missing: { minimumAnswered: 3, prorate: false },
      })),
    }
    const joined = seriesOf([[[sum(1), 30]], [[sum(2), 31]]], [lines, reworded])
    expect(joined.series).toMatchObject([{ instrumentTitle: 'Four lines, reworded' }])
    expect(joined.scores.map((each) => each['client/four-lines/sum'])).toEqual([30, 31])
    const parted = seriesOf([[[sum(1), 36]], [[sum(3), 25]]], [lines, shorter])
    expect(parted.series.map(({ id, maximum }) => [id, maximum])).toEqual([
      ['client/four-lines/sum', 30],
      ['client/four-lines/sum@1', 40],
    ])
    expect(parted.scores).toEqual([{ 'client/four-lines/sum@1': 36 }, { 'client/four-lines/sum': 25 }])
  })

  it('part from a version that asks something else under the same id', () => {
    const reworded: Instrument = {
      ...lines,
      version: 2,
      items: lines.items.map((item) => (item.id === 'way' ? { ...item, text: 'Another line' } : item)),
    }
    const { series } = seriesOf([[[sum(1), 30]], [[sum(2), 31]]], [lines, reworded])
    expect(series.map(({ id }) => id)).toEqual(['client/four-lines/sum', 'client/four-lines/sum@1'])
  })

  it('go on in the answered version until a later one is answered, and pair version by version', () => {
    const find = (id: string, version: number) =>
      version === 1 ? (earlierShipped.get(id) ?? null) : newestShipped(id)
    const rated = (version: number) => ({
      columns: [own, theirs].map(([rater, id, , occasion, scale]): ScoreColumn => [
        rater,
        id,
        version,
        occasion,
        scale,
      ]),
      values: [8, 7],
    })
    const always = ['attune-alliance-client', 'attune-alliance-therapist']
    const alliances = (...versions: number[]) =>
      seriesOfClient(versions.map(rated), {
        find,
        newest: newestShipped,
        always,
        pooled: () => null,
      }).series.flatMap((each) => (each.scaleId === 'alliance' ? [[each.id, each.pair?.id]] : []))
    expect(alliances(1, 1)).toEqual([
      [clientAlliance, therapistAlliance],
      [therapistAlliance, clientAlliance],
    ])
    expect(alliances(1, 2)).toEqual([
      [clientAlliance, therapistAlliance],
      [`${clientAlliance}@1`, `${therapistAlliance}@1`],
      [therapistAlliance, clientAlliance],
      [`${therapistAlliance}@1`, `${clientAlliance}@1`],
    ])
  })

  it('take the later score of a form given before and after, and keep the earlier one beside it', () => {
    const { scores, scoresBefore } = seriesOf([
      [
        [sum(1, 'after'), 35],
        [sum(1, 'before'), 20],
      ],
      [
        [sum(1, 'after'), null],
        [sum(1, 'before'), 20],
      ],
    ])
    expect(scores.map((each) => each['client/four-lines/sum'])).toEqual([35, 20])
    expect(scoresBefore).toEqual([{ 'client/four-lines/sum': 20 }, {}])
  })

  it('measure what the user says they measure', () => {
    const said = [{ scale: 'sum', construct: 'depth', frame: 'this-session' } as const]
    const described = describedInstrument(lines, { sameVersion: null, newest: null, said })
    expect(seriesOf([[[sum(), 30]]], [described]).series[0]?.construct).toBe('depth')
  })
})

describe('the series that leads the page', () => {
  const bothIn = (...rated: readonly ('own' | 'lines' | 'both')[]) =>
    seriesOf(
      rated.map((which) => [
        ...(which === 'lines' ? [] : [[own, 8] as [ScoreColumn, number]]),
        ...(which === 'own' ? [] : [[sum(), 30] as [ScoreColumn, number]]),
      ]),
    )
  const leadOf = (found: ReturnType<typeof bothIn>, chosen?: string) =>
    leadSeries(found.series, found.scores, chosen)?.instrumentId

  it('is the alliance rated most recently, then most often', () => {
    expect(leadOf(bothIn('own', 'own', 'lines'))).toBe('four-lines')
    expect(leadOf(bothIn('own', 'both'))).toBe('attune-alliance-client')
    expect(leadOf(bothIn('lines', 'both'))).toBe('four-lines')
  })

  it('is the chosen one if the client has it', () => {
    expect(leadOf(bothIn('own', 'own', 'lines'), clientAlliance)).toBe('attune-alliance-client')
    expect(leadOf(bothIn('lines'), clientAlliance)).toBe('four-lines')
  })

  it('is only ever an alliance of this session, of which more is better', () => {
    const [alliance] = bothIn('lines').series
    expect(isSessionAlliance(alliance!)).toBe(true)
    expect(isSessionAlliance({ ...alliance!, frame: 'last-week' })).toBe(false)
    expect(isSessionAlliance({ ...alliance!, construct: 'alliance.bond' })).toBe(false)
    expect(isSessionAlliance({ ...alliance!, direction: 'lower-is-better' })).toBe(false)
  })
})

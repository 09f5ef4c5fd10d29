import fc from 'fast-check'
import i18next, { type TFunction } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import { totalFormOf } from '#shared/instruments/total-form.ts'
import { newestShipped } from '#shared/series/testing/own-series.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { pastOf } from '../past-sessions.ts'
import { ratedOverview, type Rated } from '../testing/rated-overview.ts'
import { allPanels } from './all-panels.ts'
import { drawnSeries } from './drawn-series.ts'

let t: TFunction
beforeAll(() => {
  startI18n()
  t = i18next.t
})

/** A made-up form of one question, shaped like a licensed one. */
function form(
  id: string,
  respondent: Instrument['respondent'],
  scale: { title: string; maximum?: number; construct?: string; frame?: string; direction?: string },
): Instrument {
  const { maximum = 10, title, ...facts } = scale
  return instrumentSchema.parse({
    id,
    version: 1,
    title: `${title} form`,
    measures: title,
    respondent,
    occasion: 'after',
    instruction: 'Mark it.',
    items: [
      {
        id: 'one',
        text: title,
        minimum: 0,
        maximum,
        step: 1,
        reversed: false,
        anchors: { minimum: 'Not at all', maximum: 'Very much' },
      },
    ],
    scales: [
      {
        id: 'sum',
        title,
        items: ['one'],
        method: 'sum',
        minimum: 0,
        maximum,
        direction: 'higher-is-better',
        missing: { minimumAnswered: 1, prorate: false },
        frame: 'this-session',
        ...facts,
      },
    ],
    riskItems: [],
    licence: 'Made up',
    attribution: 'Made up',
    whoMayUse: 'Anyone',
    validationStatus: 'Not validated',
  })
}

const lines = form('lines', 'client', { title: 'Session', maximum: 40, construct: 'alliance' })
const warmth = form('warmth', 'client', { title: 'Warmth', maximum: 5, construct: 'other' })
const strain = form('strain', 'therapist', {
  title: 'Strain',
  maximum: 7,
  construct: 'other',
  direction: 'lower-is-better',
})
const weekly = form('weekly', 'client', { title: 'The week', construct: 'wellbeing', frame: 'last-week' })
const instruments = [lines, warmth, strain, weekly]

const own = 'client/attune-alliance-client/alliance'
const theirs = 'therapist/attune-alliance-therapist/alliance'
const scales = [
  own,
  theirs,
  'client/attune-alliance-client/goals',
  'therapist/attune-alliance-therapist/goals',
  'client/attune-session-experience/felt-empathy',
  'client/attune-session-experience/helpfulness',
  'therapist/attune-own-empathy/own-empathy',
  'therapist/attune-feelings-before/supportive',
  'therapist/attune-feelings-after/supportive',
  'client/attune-emotions-client/anger',
  'therapist/attune-emotions-guess/anger',
  'therapist/attune-emotions-guess/joy',
  'client/lines/sum',
  'client/warmth/sum',
  'therapist/strain/sum',
  'client/weekly/sum',
]

function drawn(sessions: readonly Rated[], given = instruments) {
  const overview = ratedOverview(sessions, { instruments: given })
  const past = pastOf(overview)
  return { past, panels: allPanels({ overview, past, views: [], answers: [], said: [], ownWords: [] }, t) }
}
const rowsOf = (panels: ReturnType<typeof allPanels>, id: string) =>
  panels.strips.find((panel) => panel.id === id)?.rows ?? []

describe('everything that is asked is drawn', () => {
  test('whatever was rated, each series is in the course or in one of the panels', () => {
    const session = fc
      .uniqueArray(fc.constantFrom(...scales), { maxLength: scales.length })
      .map((ids) => Object.fromEntries(ids.map((id) => [id, 3])))
    fc.assert(
      fc.property(fc.array(session, { minLength: 1, maxLength: 3 }), (sessions) => {
        const { past, panels } = drawn(sessions)
        const drawnIds = [
          ...(panels.lead === null ? [] : [panels.lead]),
          ...panels.alliances,
          ...panels.others,
          ...panels.empathy,
          ...panels.strips.flatMap(({ rows }) => rows),
        ].map(({ id }) => id)
        const withPairs = new Set(
          drawnIds.flatMap((id) => {
            const series = past.series.find((each) => each.id === id)
            const isOfOne = rowsOf(panels, 'ratings').some((row) => row.id === id)
            const isUnguessed =
              series?.construct === 'emotions' && !rowsOf(panels, 'guesses').some((row) => row.id === id)
            return series?.pair?.byItems === true && !isOfOne && !isUnguessed ? [id, series.pair.id] : [id]
          }),
        )
        // Of a feeling before and after the session the row has one id.
        if (withPairs.has('therapist/attune-feelings-after/supportive'))
          withPairs.add('therapist/attune-feelings-before/supportive')
        const rated = new Set(sessions.flatMap((each) => Object.keys(each)))
        expect([...rated].filter((id) => !withPairs.has(id))).toEqual([])
        expect(
          new Set(drawnIds.filter((id) => !rowsOf(panels, 'guesses').some((row) => row.id === id))).size,
        ).toBe(drawnIds.filter((id) => !rowsOf(panels, 'guesses').some((row) => row.id === id)).length)
      }),
      { numRuns: 200 },
    )
  })

  test('an alliance that does not lead the page has a line of its own, with both persons’ ratings', () => {
    const { panels } = drawn([{ [own]: 7, [theirs]: 6, 'client/lines/sum': 30 }, { 'client/lines/sum': 31 }])
    expect(panels.lead?.title).toBe('Session form: Session')
    expect(panels.alliances.map(({ title, hasTherapist }) => [title, hasTherapist])).toEqual([
      ['Alliance', true],
    ])
    expect(panels.alliances[0]?.sessions[0]).toMatchObject({ client: 7, therapist: 6 })
  })

  test('a pack’s scales have rows on their own ends, also those that only the therapist rates', () => {
    const { panels } = drawn([{ 'client/warmth/sum': 4, 'therapist/strain/sum': 6 }, {}])
    expect(rowsOf(panels, 'ratings')).toMatchObject([
      { name: 'Warmth', note: 'last 4', content: { values: [4, null], minimum: 0, maximum: 5 } },
      { name: 'Strain, yours', note: 'last 6', content: { values: [6, null], maximum: 7 } },
    ])
    const panel = panels.strips.find(({ id }) => id === 'ratings')
    expect(panel?.note).toBe(
      'A lower score is better for Strain, yours. Crosses are sessions held without an answer.',
    )
  })

  test('the parts of the alliance stand beside each other, the client’s first', () => {
    const rated = {
      [own]: 7,
      [theirs]: 6,
      'client/attune-alliance-client/goals': 8,
      'therapist/attune-alliance-therapist/goals': 5,
      'client/attune-session-experience/helpfulness': 9,
    }
    expect(rowsOf(drawn([rated]).panels, 'ratings').map(({ name }) => name)).toEqual([
      'Goals',
      'Goals, yours',
      'Helpfulness',
    ])
  })

  test('rows of the same title name their forms', () => {
    const other = { ...warmth, id: 'warmer', title: 'Another form' }
    const { panels } = drawn([{ 'client/warmth/sum': 4, 'client/warmer/sum': 2 }], [warmth, other])
    expect(rowsOf(panels, 'ratings').map(({ name }) => name)).toEqual([
      'Another form: Warmth',
      'Warmth form: Warmth',
    ])
  })

  test('a guess without the client’s rating is a row until it can be compared', () => {
    const guess = 'therapist/attune-emotions-guess/anger'
    const alone = drawn([{ [guess]: 3 }]).panels
    expect(rowsOf(alone, 'ratings').map(({ id }) => id)).toEqual([guess])
    const both = drawn([{ [guess]: 3, 'client/attune-emotions-client/anger': 3 }]).panels
    expect(rowsOf(both, 'ratings')).toEqual([])
    expect(rowsOf(both, 'guesses')).toHaveLength(1)
  })

  test('a client rated on nothing else has no such panel', () => {
    const shipped = newestShipped('attune-alliance-client')
    expect(shipped).not.toBeNull()
    const { panels } = drawn([{ [own]: 7 }])
    expect(panels.alliances).toEqual([])
    expect(rowsOf(panels, 'ratings')).toEqual([])
  })
})

test('totals of other programs are drawn with the outcome they count for, else in a panel of their own', () => {
  const phq9 = newestShipped('phq-9')!
  const forms = [true, false].map((isVersionKnown) => totalFormOf(phq9, isVersionKnown)!)
  const [known, unknown] = forms.map(({ id }) => `client/${id}/total`)
  const past = pastOf(ratedOverview([{ [known!]: 9, [unknown!]: 12 }], { instruments: forms }))
  const { id, title, minimum, maximum } = phq9.scales[0]!
  const outcome = (leftOut: number[]) => ({
    instrumentId: 'phq-9',
    scale: { id, title, minimum, maximum, direction: 'lower-is-better' as const },
    leftOut,
  })
  const others = (...outcomes: ReturnType<typeof outcome>[]) =>
    new Set(drawnSeries(past, { outcomes, guessed: [] }).others.map((each) => each.id))
  expect(others(outcome([]))).toEqual(new Set([unknown]))
  expect(others(outcome([0]))).toEqual(new Set([known, unknown]))
  expect(others()).toEqual(new Set([known, unknown]))
})

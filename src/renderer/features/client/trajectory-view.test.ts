import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildOverview } from '#shared/overview/build-overview.ts'
import type { SessionSummary } from '#shared/overview/client-overview.ts'
import type { ClientSeries } from '#shared/series/client-series.ts'
import { clientAlliance, ownSeries } from '#shared/series/testing/own-series.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { episodeViews } from './episode-view.ts'
import { measuresOf } from './measures.ts'
import { pastOf } from './past-sessions.ts'
import { exampleClient, exampleSession } from './testing/example-overview.ts'
import { trajectoryView } from './trajectory-view.ts'

const version = (number: number) => `${clientAlliance}@${String(number)}`
const own = ownSeries.find(({ id }) => id === clientAlliance)
if (own === undefined) throw new Error('Attune’s own alliance is missing')

/** The chart of the alliance of sessions that were rated on these versions; null if a session was not rated. */
function chartOf(
  rated: readonly ({ readonly id: string; readonly score: number } | null)[],
  { earlier = [1], maximum = 10 }: { earlier?: readonly number[]; maximum?: number } = {},
) {
  const sessions = rated.map((each, index): SessionSummary =>
    exampleSession(index + 1, { scores: each === null ? {} : { [each.id]: each.score } }),
  )
  const versions = earlier.map((number): ClientSeries => ({ ...own!, id: version(number), maximum }))
  const past = pastOf(buildOverview(exampleClient, sessions, { series: [...ownSeries, ...versions] }))
  const series = past.series.find(({ id }) => id === clientAlliance)!
  return trajectoryView(past, episodeViews(past), series, i18next.t)
}

const now = (score: number) => ({ id: clientAlliance, score })
const before = (score: number, number = 1) => ({ id: version(number), score })

describe('the chart of a form that changed', () => {
  beforeAll(startI18n)

  it('draws both versions on one axis, with a seam at the first session of the newer one', () => {
    const chart = chartOf([before(6), before(7), now(5), now(8)])
    expect(chart.sessions.map(({ client }) => client)).toEqual([6, 7, 5, 8])
    expect(chart.formChanges).toEqual([2])
    expect(chart.sentence).toMatch(/ The form changed in session 3; ratings before it answer other questions/)
  })

  it('puts the seam where the newer form was answered, not where a rating is missing', () => {
    expect(chartOf([before(6), null, null, now(5), null, now(8)]).formChanges).toEqual([3])
  })

  it('has a seam for each change, and names the newest in its sentence', () => {
    const chart = chartOf([before(6), before(7, 2), now(5)], { earlier: [1, 2] })
    expect(chart.formChanges).toEqual([1, 2])
    expect(chart.sentence.match(/The form changed in session \d/g)).toEqual(['The form changed in session 3'])
  })

  it('has none while one version was answered, or where the earlier one has another range', () => {
    expect(chartOf([now(6), null, now(7)])).toMatchObject({ formChanges: [] })
    const other = chartOf([before(30), now(7)], { maximum: 40 })
    expect(other).toMatchObject({
      formChanges: [],
      sentence: expect.not.stringContaining('The form changed'),
    })
    expect(other.sessions.map(({ client }) => client)).toEqual([null, 7])
  })
})

describe('the chart of a therapist’s alliance without a form for the client', () => {
  beforeAll(startI18n)

  const alone: ClientSeries = {
    ...own!,
    id: 'therapist/lantern/sum',
    rater: 'therapist',
    instrumentId: 'lantern',
    scaleId: 'sum',
    title: 'Sum',
    instrumentTitle: 'Lantern',
    maximum: 40,
    pair: null,
  }
  const steady = [30, 31, 30, 31, 30, 31, 30, 31, 30]
  const past = (ratings: readonly number[]) =>
    pastOf(
      buildOverview(
        exampleClient,
        ratings.map((score, index) => exampleSession(index + 1, { scores: { [alone.id]: score } })),
        { series: [...ownSeries, alone] },
      ),
    )

  it('stands beside the client’s, on its own range, with a sentence about the therapist’s own rating', () => {
    const found = past(steady)
    const shown = measuresOf(found)
    expect(shown[0]?.id).toBe(clientAlliance)
    expect(shown.at(-1)?.id).toBe(alone.id)
    const chart = trajectoryView(found, episodeViews(found), shown.at(-1)!, i18next.t)
    expect(chart).toMatchObject({
      title: 'Yours: Lantern: Sum',
      scaleTop: 40,
      hasTherapist: true,
      mean: null,
    })
    expect(chart.sessions.every(({ isClientAsked }) => isClientAsked === false)).toBe(true)
    expect(chart.sessions.map(({ client, therapist }) => [client, therapist])).toEqual(
      steady.map((score) => [null, score]),
    )
    expect(chart.sentence).toMatch(
      /^Your own rating of “Sum” in “Lantern” is usually about 30.5; in session 9/,
    )
  })

  it('has its drops among the therapist’s, and is not shown before it is rated', () => {
    const found = past([...steady, 12])
    expect(episodeViews(found)).toMatchObject([
      { rater: 'therapist', label: 'T1', to: { session: 10, value: 12 } },
    ])
    expect(measuresOf(past([])).map(({ rater }) => rater)).not.toContain('therapist')
  })
})

import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildOverview } from '#shared/overview/build-overview.ts'
import { clientAlliance, clientBond, ownSeries } from '#shared/series/testing/own-series.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { episodeViews } from './episode-view.ts'
import { pastOf } from './past-sessions.ts'
import { exampleClient, exampleOverview, repairedFall } from './testing/example-overview.ts'
import { trajectorySentence } from './trajectory-sentence.ts'

function sentence(
  alliance: readonly (number | null)[],
  measure: 'alliance' | 'bond' = 'alliance',
  changed: object = {},
): string {
  const sessions = exampleOverview(alliance).sessions.map((session) => {
    const score = session.scores[clientAlliance]
    const asBond = score === undefined ? {} : { [clientBond]: score }
    return { ...session, ...(measure === 'bond' ? { scores: asBond } : {}), ...changed }
  })
  const past = pastOf(buildOverview(exampleClient, sessions, { series: ownSeries }))
  const id = measure === 'bond' ? clientBond : clientAlliance
  const series = past.series.find((each) => each.id === id)!
  const isLead = id === past.lead.client?.id
  return trajectorySentence({ series, isLead, sessions, views: episodeViews(past) }, i18next.t)
}

describe('trajectorySentence', () => {
  beforeAll(startI18n)

  it('reports a drop as the rule measures it, its repair and the level since', () => {
    expect(sentence(repairedFall)).toBe(
      'The client’s alliance dropped from about 7.6 to 4.5 in session 9 and had recovered by session 10; in session 11 it was 7.5 (11 sessions held, all rated).',
    )
    expect(sentence(repairedFall.slice(0, 10))).toBe(
      'The client’s alliance dropped from about 7.6 to 4.5 in session 9 and had recovered by session 10 (10 sessions held, all rated).',
    )
  })

  it('says that a drop has not recovered, without calling it final while there is time', () => {
    expect(sentence([...repairedFall.slice(0, 9), null])).toBe(
      'The client’s alliance dropped from about 7.6 to 4.5 in session 9 and has not recovered (10 sessions held, 1 not rated).',
    )
    expect(sentence([...repairedFall.slice(0, 9), 5, 5, 5])).toContain('had not recovered within 3 sessions')
    expect(sentence([...repairedFall.slice(0, 9), 6.5, 6.5, 6.5])).toContain('recovered in part')
  })

  it('gives the usual level and the last rating beside it if nothing dropped', () => {
    expect(sentence([7, 7.25, 7, 7.5])).toBe(
      'The client’s alliance is usually about 7.1; in session 4 it was 7.5, 0.4 above that (4 sessions held, all rated).',
    )
    expect(sentence([7, 7, 7, 7])).toContain('is usually about 7; in session 4 it was 7, as usual')
    expect(sentence([7, 6, 7, 8, 7, 6, 5.5])).toContain('was 5.5, 1.3 below that')
  })

  it('calls no dip a drop', () => {
    expect(sentence([8, 8, 7.5, 8, 8, 8, 7.5, 8, 6.75, 8])).toContain('is usually about')
  })

  it('gives a trend in points over the course', () => {
    const growing = [4, 4.5, 4, 5, 5, 5.5, 5, 6, 6, 6.5, 6, 7]
    expect(sentence(growing)).toContain('and has grown by about 2.8 over the course; in session 12')
    expect(sentence([7, 6.5, 6.5, 6, 6, 5.5, 5.5, 5, 5, 4.5, 4.5, 4])).toContain('has gone down by about 2.8')
  })

  it('describes no course below four ratings', () => {
    expect(sentence([7, null, 8])).toContain('was last 8, in session 3: too few ratings')
    expect(sentence([null, null])).toBe(
      'The client’s alliance has not been rated yet (2 sessions held, 2 not rated).',
    )
  })

  it('reports the newest drop, not the deepest, and how many there were', () => {
    expect(sentence([...repairedFall, 7.5, 7.5, 4, 7.5])).toBe(
      'The client’s alliance dropped from about 7.4 to 4 in session 14 (the last of 2 drops) and had recovered by session 15 (15 sessions held, all rated).',
    )
  })

  it('does not say that nothing was rated if a form was answered in part', () => {
    expect(sentence([null, null], 'alliance', { clientMissing: 'partly-answered' })).toBe(
      'The client’s alliance has no score yet: no form was answered in full (2 sessions held, 2 answered in part).',
    )
  })

  it('reports no drop of a single item, because the rule is not meant for it', () => {
    expect(sentence(repairedFall, 'bond')).toContain('bond is usually about 6.9')
  })
})

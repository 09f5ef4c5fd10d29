import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { describeTrajectory } from '#shared/analytics/index.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { episodeViews } from './episode-view.ts'
import type { Measure } from './measures.ts'
import { pastOf } from './past-sessions.ts'
import { exampleOverview, repairedFall } from './testing/example-overview.ts'
import { trajectorySentence } from './trajectory-sentence.ts'

function sentence(
  alliance: readonly (number | null)[],
  measure: Measure = 'alliance',
  changed: object = {},
): string {
  const overview = exampleOverview(alliance)
  const sessions = overview.sessions.map((session) => {
    const score = session.scores['client.alliance']
    const asBond = score === undefined ? {} : { 'client.bond': score }
    return { ...session, ...(measure === 'bond' ? { scores: asBond } : {}), ...changed }
  })
  const past = pastOf({ ...overview, sessions })
  const facts = describeTrajectory(alliance, {
    minimum: 0,
    maximum: 10,
    step: 0.25,
    direction: 'higher-is-better',
  })
  return trajectorySentence({ facts, sessions, views: episodeViews(past) }, measure, i18next.t)
}

describe('trajectorySentence', () => {
  beforeAll(startI18n)

  it('reports a fall, its repair and the level since', () => {
    expect(sentence(repairedFall)).toBe(
      'The client’s alliance fell from 8 to 4.5 in session 8 and was back by session 9; in session 10 it was 7.5 (10 sessions held, all rated).',
    )
    expect(sentence(repairedFall.slice(0, 9))).toBe(
      'The client’s alliance fell from 8 to 4.5 in session 8 and was back by session 9 (9 sessions held, all rated).',
    )
  })

  it('says that a fall is not back, without calling it final while there is time', () => {
    expect(sentence([...repairedFall.slice(0, 8), null])).toBe(
      'The client’s alliance fell from 8 to 4.5 in session 8 and is not back yet (9 sessions held, 1 not rated).',
    )
    expect(sentence([...repairedFall.slice(0, 8), 5, 5, 5])).toContain('was not back within 3 sessions')
    expect(sentence([...repairedFall.slice(0, 8), 6.5, 6.5, 6.5])).toContain('came back in part')
  })

  it('reports the number of sessions if nothing fell', () => {
    expect(sentence([7, 7.25, 7, 7.5])).toBe(
      'The client’s alliance has been between 7 and 7.5; it was 7.5 in session 4 (4 sessions held, all rated).',
    )
    expect(sentence([7, 7, 7, 7])).toContain('has stayed at 7')
  })

  it('describes no course below four ratings', () => {
    expect(sentence([7, null, 8])).toContain('was last 8, in session 3: too few ratings')
    expect(sentence([null, null])).toBe(
      'The client’s alliance has not been rated yet (2 sessions held, 2 not rated).',
    )
  })

  it('reports the newest fall, not the deepest, and how many there were', () => {
    expect(sentence([...repairedFall, 7.5, 7.5, 6, 7.5])).toBe(
      'The client’s alliance fell from 7.5 to 6 in session 13 (the last of 2 falls) and was back by session 14 (14 sessions held, all rated).',
    )
  })

  it('does not say that nothing was rated if a form was answered in part', () => {
    expect(sentence([null, null], 'alliance', { clientMissing: 'partly-answered' })).toBe(
      'The client’s alliance has no score yet: no form was answered in full (2 sessions held, 2 answered in part).',
    )
  })

  it('reports no fall of a single item, because the rule is not meant for it', () => {
    expect(sentence(repairedFall, 'bond')).toContain('bond has been between 4.5 and 8')
  })
})

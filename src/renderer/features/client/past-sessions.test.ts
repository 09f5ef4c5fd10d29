import { describe, expect, it } from 'vitest'
import { buildOverview } from '#shared/overview/build-overview.ts'
import { clientAlliance, ownSeries, therapistAlliance } from '#shared/series/testing/own-series.ts'
import { pastOf } from './past-sessions.ts'
import { exampleClient, exampleSession, repairedFall } from './testing/example-overview.ts'

describe('pastOf', () => {
  it('removes planned sessions and keeps the numbers of the others', () => {
    const held = repairedFall.map((score, index) =>
      exampleSession(index + 2, { scores: { [clientAlliance]: score } }),
    )
    const planned = exampleSession(repairedFall.length + 2, { status: 'planned' })
    const sessions = [exampleSession(1, { status: 'planned' }), ...held, planned]
    const past = pastOf(buildOverview(exampleClient, sessions, { series: ownSeries }))
    expect(past.sessions).toEqual(held)
    expect(past.course?.episodes.client[0]?.at.peak).toBe(repairedFall.indexOf(4.5) + 1)
    expect(past.lead).toMatchObject({ client: { id: clientAlliance }, therapist: { id: therapistAlliance } })
  })
})

import { describe, expect, it } from 'vitest'
import { buildOverview } from '#shared/overview/build-overview.ts'
import { pastOf } from './past-sessions.ts'
import { exampleClient, exampleSession, repairedFall } from './testing/example-overview.ts'

describe('pastOf', () => {
  it('removes planned sessions and recounts the episodes', () => {
    const held = repairedFall.map((score, index) =>
      exampleSession(index + 2, { scores: { 'client.alliance': score } }),
    )
    const sessions = [
      exampleSession(1, { status: 'planned' }),
      ...held,
      exampleSession(13, { status: 'planned' }),
    ]
    const overview = buildOverview(exampleClient, sessions)
    expect(overview.episodes[0]).toMatchObject({ peak: 8, trough: 9, end: 10 })
    const past = pastOf(overview)
    expect(past.sessions).toEqual(held)
    expect(past.episodes[0]).toMatchObject({ peak: 7, trough: 8, end: 9 })
  })
})

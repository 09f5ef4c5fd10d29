import { describe, expect, it } from 'vitest'
import { exampleRecord, exampleSessions } from './example-record.ts'
import { featuresOf } from './features.ts'
import { ownAlliance, promptScores } from './prompt-scores.ts'
import { allianceBelowUsual } from './rules/alliance-rules.ts'

describe('the features of an alliance on another scale', () => {
  const fourLines = { minimum: 0, maximum: 40, step: 0.1, name: '“Sum” in “Four lines”' }
  const grown = [20, 22, 20, 22, 20, 22, 30, 32, 30, 32, 30, 32]
  const features = (alliance: readonly number[], scale = fourLines) =>
    featuresOf(
      exampleRecord(
        exampleSessions({
          'client.alliance': [...alliance],
          'therapist.alliance': alliance.map((rating) => rating + 3),
        }),
        { alliance: scale, episodes: [] },
      ),
    )

  it('take every distance as a share of its range', () => {
    const { usual, level, growth, congruence } = features([...grown, 30])
    expect(usual['client.alliance']?.unusualFrom).toBeGreaterThan(4)
    expect(features(Array.from({ length: 60 }, () => 30)).usual['client.alliance']?.unusualFrom).toBe(4)
    expect(level?.middle).toBe(20)
    expect(growth?.least).toBeGreaterThanOrEqual(4)
    expect(congruence?.leastDiscrepancy).toBe(4)
  })

  it('come from the series that lead the page, and from no other alliance', () => {
    const scores = { [ownAlliance.client]: 7, 'client/four-lines/sum': 33, 'therapist/four-lines/sum': 31 }
    expect(promptScores(scores, ownAlliance)).toEqual({ 'client.alliance': 7 })
    const client = 'client/four-lines/sum'
    const therapist = 'therapist/four-lines/sum'
    expect(promptScores(scores, { client, therapist })).toEqual({
      'client.alliance': 33,
      'therapist.alliance': 31,
    })
    expect(promptScores(scores, { client, therapist: null })).toEqual({ 'client.alliance': 33 })
  })

  it('take its middle from both ends of the range', () => {
    expect(features([1, -1, 1], { ...fourLines, minimum: -5, maximum: 5 }).level?.middle).toBe(0)
  })

  it('name the form and its range in the reason of a rule about the alliance', () => {
    const fallen = features([30, 31, 30, 31, 30, 31, 12])
    expect(allianceBelowUsual.find(fallen)?.because).toBe(
      'The client’s alliance rating was 12 in session 7; the usual is 30.5 (6 earlier ratings). The alliance here is “Sum” in “Four lines”, 0 to 40.',
    )
    expect(allianceBelowUsual.find({ ...fallen, allianceName: null })?.because).not.toContain('here is')
  })

  it('write a rating below zero with its sign', () => {
    const fallen = features([3, 4, 3, 4, 3, 4, -4], { ...fourLines, minimum: -5, maximum: 5 })
    expect(allianceBelowUsual.find(fallen)?.because).toContain('was −4 in session 7')
    expect(fallen.allianceName).toBe('“Sum” in “Four lines”, −5 to 5')
  })

  it('call no rating unusual on a scale of fewer than ten steps', () => {
    const ratings = [6, 7, 6, 7, 6, 7, 2]
    const sevenPoints = { ...fourLines, minimum: 1, maximum: 7 }
    expect(features(ratings, { ...sevenPoints, step: 0.25 }).usual['client.alliance']?.isUnusual).toBe(true)
    expect(features(ratings, { ...sevenPoints, step: 1 }).usual['client.alliance']).toBeUndefined()
  })
})

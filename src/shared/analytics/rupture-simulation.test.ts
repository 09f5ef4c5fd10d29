import { describe, expect, it } from 'vitest'
import { ruptureEpisodes } from './index.ts'

const sessions = 30
const clients = 2000
const usual = 7

/** A small seeded generator (mulberry32), so that the numbers below are the same on every machine. */
function uniformFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function normalFrom(uniform: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

function simulate(sd: number, seed: number, dropAt: number | null): number[][] {
  const normal = normalFrom(uniformFrom(seed))
  return Array.from({ length: clients }, () =>
    Array.from({ length: sessions }, (_, session) => {
      const score = usual + sd * normal() - (session === dropAt ? 3 : 0)
      return Math.min(10, Math.max(0, Math.round(score * 2) / 2))
    }),
  )
}

const rupturesIn = (series: readonly number[]) =>
  ruptureEpisodes(series, { scaleRange: 10, step: 0.5 }).filter(({ level }) => level === 'rupture')

function falseAlarmsPerClient(sd: number, seed: number): number {
  const found = simulate(sd, seed, null).reduce((sum, series) => sum + rupturesIn(series).length, 0)
  return found / clients
}

function shareFound(sd: number, seed: number): number {
  const drop = 15
  const found = simulate(sd, seed, drop).filter((series) => {
    return rupturesIn(series).some(({ trough }) => trough === drop)
  })
  return found.length / clients
}

describe('Attune rule 1 on 30 sessions around 7 in steps of 0.5', () => {
  it('falsely finds about 0.02 rupture-level episodes in a client who varies by 0.6', () => {
    const rate = falseAlarmsPerClient(0.6, 20260101)
    expect(rate).toBeGreaterThan(0.005)
    expect(rate).toBeLessThan(0.04)
  })

  it('falsely finds at most 0.3 in a client who varies by 1.0', () => {
    const rate = falseAlarmsPerClient(1, 20260102)
    expect(rate).toBeGreaterThan(0.05)
    expect(rate).toBeLessThanOrEqual(0.3)
  })

  it('finds a true one-session drop of 3 points in at least 90 % of clients who vary by 0.6', () => {
    expect(shareFound(0.6, 20260103)).toBeGreaterThanOrEqual(0.9)
  })

  it('misses such a drop in about a third of clients who vary by 1.0', () => {
    const found = shareFound(1, 20260104)
    expect(found).toBeGreaterThan(0.58)
    expect(found).toBeLessThan(0.72)
  })
})

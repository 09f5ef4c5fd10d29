import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createRandom, fictionalId } from './random.ts'

describe('a seeded stream', () => {
  it('repeats itself for the same seed and differs for another', () => {
    const take = (seed: string) => {
      const random = createRandom(seed)
      return Array.from({ length: 20 }, () => random.fraction())
    }
    expect(take('harbour/1')).toEqual(take('harbour/1'))
    expect(take('harbour/1')).not.toEqual(take('harbour/2'))
  })

  it('stays within its bounds and covers them evenly', () => {
    const random = createRandom('bounds')
    const counts = [0, 0, 0, 0]
    for (let turn = 0; turn < 4000; turn += 1) {
      const place = random.below(4)
      counts[place]! += 1
      expect(Math.abs(random.wobble(0.5))).toBeLessThanOrEqual(0.5)
    }
    expect(counts).toHaveLength(4)
    for (const count of counts) {
      expect(count).toBeGreaterThan(850)
      expect(count).toBeLessThan(1150)
    }
  })
})

describe('a fictional id', () => {
  it('is a version 4 UUID that belongs to its label', () => {
    const ids = Array.from({ length: 3000 }, (_, index) => fictionalId(`label/${index}`))
    expect(new Set(ids).size).toBe(3000)
    for (const id of ids) {
      expect(z.uuidv4().safeParse(id).success).toBe(true)
    }
    expect(fictionalId('label/7')).toBe(ids[7])
  })
})

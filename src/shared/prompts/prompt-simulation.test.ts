import { describe, expect, it } from 'vitest'
import { errorRates } from './error-rates.ts'
import type { PromptScoreKey } from './prompt-scores.ts'
import { measuredErrorRates } from './testing/measured-error-rates.ts'
import { mixedRates, stableRates } from './testing/prompt-rates.ts'
import { questionnaireRates } from './testing/questionnaire-rates.ts'
import { simulateClients } from './testing/simulated-clients.ts'

/** The spread of a score within clients, over many of them. */
function simulatedSpread(sd: number, key: PromptScoreKey): number {
  const { client } = simulateClients(11)
  const variances = Array.from({ length: 200 }, () => {
    const { sessions } = client({
      sessions: 30,
      sd,
      emotionSd: 1.5,
      tracking: 0.3,
      growth: 0,
      ruptureChance: 0,
      concernChance: 0,
    })
    const ratings = sessions.map(({ scores }) => scores[key] ?? 0)
    const mean = ratings.reduce((sum, value) => sum + value, 0) / ratings.length
    return ratings.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (ratings.length - 1)
  })
  return Math.sqrt(variances.reduce((sum, value) => sum + value, 0) / variances.length)
}

describe('the simulated clients', () => {
  it('vary as much as the model says', () => {
    // Rounding to whole numbers and the ends of the scale change a spread a little.
    for (const [sd, key] of [
      [0.6, 'client.alliance'],
      [1, 'client.alliance'],
      [1, 'client.felt-empathy'],
    ] as const)
      expect(Math.abs(simulatedSpread(sd, key) - sd)).toBeLessThan(0.1)
    expect(Math.abs(simulatedSpread(1, 'client.negative') - 1.5)).toBeLessThan(0.2)
  })

  it('are the same for the same seed, and so are the prompts for them', () => {
    expect(stableRates(1, 5, 3)).toEqual(stableRates(1, 5, 3))
    expect(stableRates(1, 5, 3)).not.toEqual(stableRates(1, 5, 4))
  })
})

describe('the prompts of simulated caseloads', () => {
  // The three take some seconds, so that they run once for all tests.
  const simulated = once(() => ({
    stable: stableRates(0.6, 200, 2026),
    varying: stableRates(1, 200, 2027),
    mixed: mixedRates(300, 2028),
  }))

  it('are at most 0.05 a session where a stable client varies by 0.6, and 0.08 where by 1.0', () => {
    expect(simulated().stable.perSession).toBeLessThanOrEqual(0.05)
    expect(simulated().varying.perSession).toBeLessThanOrEqual(0.08)
  }, 120_000)

  it('answer at least 85 % of ruptures of 2.5 points or more from the seventh rated session on', () => {
    const { rupturesFound, perSession } = simulated().mixed
    expect(rupturesFound.count).toBeGreaterThan(200)
    expect(rupturesFound.share).toBeGreaterThanOrEqual(0.85)
    expect(perSession).toBeLessThan(0.15)
  }, 120_000)

  it('are the same for an alliance from 0 to 40 or from -20 to 20 as from 0 to 10', () => {
    const own = mixedRates(30, 2031)
    expect(own.perSession).toBeGreaterThan(0.05)
    for (const minimum of [0, -20])
      expect(
        mixedRates(30, 2031, {
          alliance: { minimum, maximum: minimum + 40, step: 1, name: 'another form' },
        }),
      ).toEqual(own)
  }, 120_000)

  it('say of few stable clients that a questionnaire got worse, and are mostly right where a third do', () => {
    const [stable] = questionnaireRates({ error: 2, course: 'all stay' }, { clients: 300, seed: 5 })
    const [thirds] = questionnaireRates({ error: 2, course: 'thirds' }, { clients: 300, seed: 6 })
    expect(stable?.ruleId).toBe('outcome-reliably-worse')
    // In 20 sessions, at most one stable client of five.
    expect(stable?.per100Sessions).toBeLessThan(1)
    expect(thirds?.per100Sessions).toBeGreaterThan(1)
    expect(thirds?.shareTrue).toBeGreaterThan(0.85)
  }, 120_000)

  it('are wrong as often as the page says', () => {
    const { stable, varying, mixed } = simulated()
    expect(errorRates).toEqual(measuredErrorRates(stable, varying, mixed))
  }, 120_000)
})

function once<Value>(compute: () => Value): () => Value {
  let known: { value: Value } | null = null
  return () => {
    known ??= { value: compute() }
    return known.value
  }
}

import {
  congruence,
  individualsChart,
  ruptureEpisodes,
  suddenGains,
  type Series,
} from '#shared/analytics/index.ts'
import { explainEpisodes } from '#shared/analytics/explained/index.ts'
import { median, timesOf, type Figure } from './statistics.ts'

function series(length: number, phase: number): Series {
  return Array.from({ length }, (_, index) =>
    index % 17 === 3
      ? null
      : Math.round((7 + 2 * Math.sin(index / 5 + phase) + ((index * 7_919) % 13) / 10) * 4) / 4,
  )
}

/** Runs every analysis of one client: both raters' alliance, and how the two go together. */
function analyse(client: Series, therapist: Series): number {
  let results = 0
  for (const rated of [client, therapist]) {
    results += individualsChart(rated)?.beyond.length ?? 0
    results += ruptureEpisodes(rated, { scaleRange: 10, step: 0.25 }).length
    results += suddenGains(rated, { threshold: 2 }).length
  }
  results += congruence(client, therapist)?.pairs ?? 0
  return results
}

function bareLoop(client: Series, therapist: Series): number {
  let sum = 0
  for (const rated of [client, therapist]) for (const value of rated) sum += value ?? 0
  return sum
}

const time = (action: () => number, rounds: number): number => median(timesOf(action, rounds))

/** Times all analytics of one client with 500 sessions beside a bare loop over the same numbers, and their growth. */
export function benchAnalytics(): Figure[] {
  const [client, therapist] = [series(500, 0), series(500, 1)]
  const [longClient, longTherapist] = [series(5_000, 0), series(5_000, 1)]
  analyse(client, therapist)
  const all = time(() => analyse(client, therapist), 200)
  const floor = time(() => bareLoop(client, therapist), 2_000)
  const long = time(() => analyse(longClient, longTherapist), 50)
  const scale = { scaleRange: 10, step: 0.25 }
  const explained = time(() => explainEpisodes(client, scale).length, 200)
  const longExplained = time(() => explainEpisodes(longClient, scale).length, 50)
  return [
    {
      name: 'all analytics, 500 sessions, two raters',
      value: all,
      unit: 'ms',
      beside: { name: 'a bare loop', value: floor },
      goal: { words: 'at most 2 ms', isMet: all <= 2 },
    },
    {
      name: 'the same with 10 times the sessions',
      value: long,
      unit: 'ms',
      beside: { name: '500 sessions', value: all },
      goal: { words: 'at most 12 times', isMet: long <= 12 * all },
    },
    {
      name: 'explaining the episodes of one rater, 5,000 sessions',
      value: longExplained,
      unit: 'ms',
      beside: { name: '500 sessions', value: explained },
      goal: { words: 'at most 12 times', isMet: longExplained <= 12 * explained },
    },
  ]
}

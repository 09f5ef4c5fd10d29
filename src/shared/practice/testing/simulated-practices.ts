import { normalFrom, uniformFrom } from '../../analytics/testing/simulated-courses.ts'
import type { Interval } from '../clustered-intervals.ts'

/** A practice as the simulations invent it: clients of unequal size, whose units go together. */
export interface PracticeModel {
  readonly clients: number
  /** Units of all clients together. */
  readonly units: number
  /** The correlation between two units of the same client, on the normal scale that the values are made from. */
  readonly correlation: number
}

/** How a unit's normal number becomes its value, and the true result over endlessly many clients. */
export interface SimulatedMeasure {
  readonly valueOf: (normal: number) => number
  readonly truth: number
}

/** The share of invented practices in which the interval holds the truth. */
export function coverageOf(
  model: PracticeModel,
  measure: SimulatedMeasure,
  {
    interval,
    practices,
    seed,
  }: {
    interval: (clients: readonly (readonly number[])[]) => Interval | null
    practices: number
    seed: number
  },
): number {
  const uniform = uniformFrom(seed)
  const normal = normalFrom(uniform)
  let held = 0
  for (let practice = 0; practice < practices; practice += 1) {
    const found = interval(invent(model, measure, uniform, normal))
    if (found !== null && found.low <= measure.truth && measure.truth <= found.high) held += 1
  }
  return held / practices
}

/** The values of each client's units. A few clients have several times as many units as most. */
function invent(
  { clients, units, correlation }: PracticeModel,
  { valueOf }: SimulatedMeasure,
  uniform: () => number,
  normal: () => number,
): number[][] {
  const weights = Array.from({ length: clients }, () => 0.15 - Math.log(1 - uniform()))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => {
    const own = Math.sqrt(correlation) * normal()
    const size = Math.max(1, Math.round((weight / all) * units))
    return Array.from({ length: size }, () => valueOf(own + Math.sqrt(1 - correlation) * normal()))
  })
}

/** The practices that the coverage is simulated in, from the fewest units and clients that are shown. */
export const practiceModels: readonly PracticeModel[] = [0, 0.3].flatMap((correlation) =>
  [
    { clients: 5, units: 10 },
    { clients: 5, units: 30 },
    { clients: 8, units: 100 },
    { clients: 20, units: 300 },
    { clients: 60, units: 600 },
  ].map((size) => ({ ...size, correlation })),
)

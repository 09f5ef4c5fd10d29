import { meanInterval, shareInterval, type ClientSum } from '../practice/clustered-intervals.ts'
import type { Foreseen } from '../records/foresight.ts'
import { leastForesights, outcomeSchema, type ForesightSum, type Outcome } from './foresight.ts'
import type { Opening } from './open-foresight.ts'

/** A foresight with what became of it. */
export interface OpenedForesightOf {
  readonly foreseen: Foreseen
  readonly opening: Pick<Opening, 'came' | 'rated'>
}

/** One foresight in one measure: what it said, and what happened. */
interface Unit {
  readonly foreseen: Outcome
  readonly outcome: Outcome
}

/** Sums up opened foresights, one list per client, for both measures. */
export function sumUpForesights(clients: readonly (readonly OpenedForesightOf[])[]): {
  rating: ForesightSum
  coming: ForesightSum
} {
  return {
    rating: sumUp(clients.map((own) => own.flatMap(ratingUnit))),
    coming: sumUp(clients.map((own) => own.map(comingUnit))),
  }
}

/** Counts only where a direction was foreseen and the rating went some way. */
function ratingUnit({ foreseen, opening: { rated } }: OpenedForesightOf): Unit[] {
  return foreseen === 'absent' || rated === null ? [] : [{ foreseen, outcome: rated.direction }]
}

/** Foreseeing a direction is foreseeing that the client comes. */
function comingUnit({ foreseen, opening: { came } }: OpenedForesightOf): Unit {
  return { foreseen: foreseen === 'absent' ? 'missed' : 'came', outcome: came ? 'came' : 'missed' }
}

function sumUp(all: readonly (readonly Unit[])[]): ForesightSum {
  const clients = all.filter(({ length }) => length > 0)
  const units = clients.flat()
  const counts = { n: units.length, clients: clients.length }
  if (counts.n < leastForesights.opened || counts.clients < leastForesights.clients)
    return { ...counts, result: null }
  const isHit = ({ foreseen, outcome }: Unit): boolean => foreseen === outcome
  const outcomes = outcomeSchema.options
    .map((outcome) => {
      const happened = units.filter((unit) => unit.outcome === outcome)
      return { outcome, happened: happened.length, foreseen: happened.filter(isHit).length }
    })
    .filter(({ happened }) => happened > 0)
  const commonest = outcomes.reduce((most, each) => (each.happened > most.happened ? each : most))
  const perClient = (valueOf: (unit: Unit) => number): ClientSum[] =>
    clients.map((own) => ({ n: own.length, sum: own.reduce((sum, unit) => sum + valueOf(unit), 0) }))
  const interval = shareInterval(perClient((unit) => Number(isHit(unit))))
  const more = meanInterval(
    perClient((unit) => Number(isHit(unit)) - Number(unit.outcome === commonest.outcome)),
  )
  if (interval === null || more === null) throw new Error('five clients have an interval')
  return {
    ...counts,
    result: {
      hits: units.filter(isHit).length,
      interval,
      commonest: { outcome: commonest.outcome, happened: commonest.happened },
      isMore: more.low > 0,
      outcomes,
    },
  }
}

import { pairOf } from '../described-scales.ts'
import type { Instrument } from '../instrument.ts'
import type { PackProblem } from './pack-problem.ts'
import { problem } from './pack-problem.ts'

/** Lists the scales that claim a pair that is there and doesn't fit. A pair that is not there yet is no problem. */
export function pairProblems(
  instrument: Instrument,
  newest: (id: string) => Instrument | null,
): PackProblem[] {
  const find = (id: string) => (id === instrument.id ? instrument : newest(id))
  return instrument.scales.flatMap((scale, position) => {
    const { pairedWith } = scale
    if (pairedWith === undefined || find(pairedWith.instrument) === null) return []
    if (pairOf({ instrument, scale }, find) !== null) return []
    const isThere = find(pairedWith.instrument)?.scales.some(({ id }) => id === pairedWith.scale) === true
    const place = `scales.${String(position)}.pairedWith`
    return [
      isThere
        ? problem(place, 'pair-differs')
        : problem(`${place}.scale`, { code: 'unknown-scale', id: pairedWith.scale }),
    ]
  })
}

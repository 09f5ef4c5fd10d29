import type { Instrument } from '../instrument.ts'
import { instrumentSchema } from '../instrument.ts'
import { totalSourceIn } from '../total-form.ts'
import { packLimits } from './pack-limits.ts'
import { problem } from './pack-problem.ts'
import type { PackProblem } from './pack-problem.ts'
import { schemaProblems } from './schema-problems.ts'

/** An instrument that fits its schema and Attune's limits, or all reasons why it doesn't. */
export type InstrumentReading = { ok: true; instrument: Instrument } | { ok: false; problems: PackProblem[] }

/**
 * Reads parsed JSON as an instrument in Attune's own format; never throws.
 *
 * Beyond the schema it refuses an id that begins with `attune-`, which is reserved for shipped instruments, one that ends
 * like a form of totals, which only Attune makes, and an item with too many answers to choose from.
 */
export function readInstrument(content: unknown): InstrumentReading {
  const read = instrumentSchema.safeParse(content, { reportInput: true })
  if (!read.success) return { ok: false, problems: schemaProblems(read.error) }
  const instrument = read.data
  const problems = instrument.items.flatMap((item, position) =>
    (item.maximum - item.minimum) / item.step + 1 > packLimits.answers
      ? [problem(`items.${String(position)}`, { code: 'too-many-answers', limit: packLimits.answers })]
      : [],
  )
  const isReserved = instrument.id.startsWith('attune-') || totalSourceIn(instrument.id) !== null
  if (isReserved) problems.unshift(problem('id', 'reserved-id'))
  else if (instrument.totalOf !== undefined) problems.unshift(problem('totalOf', 'unknown-field'))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, instrument }
}

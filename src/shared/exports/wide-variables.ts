import type { InstrumentItem } from '../instruments/instrument-item.ts'
import type { InstrumentScale } from '../instruments/instrument-scale.ts'
import type { FormKind } from './exported-ratings.ts'
import { plainName } from './plain-name.ts'

/** A column of the wide table that holds the answers to one item or the scores of one scale. */
export type WideVariable = {
  readonly name: string
  readonly form: FormKind
} & (
  | { readonly kind: 'item'; readonly item: InstrumentItem }
  | { readonly kind: 'score'; readonly scale: InstrumentScale }
)

/**
 * The columns of the wide table, a form at a time: its items, then its scores.
 *
 * A name says the instrument, its version, the rater, the occasion, and the item or scale. It is the same in every
 * export, so that a script keeps working. A name that would be too long, or that two columns would share, is cut and
 * ends in a sum over the whole name.
 */
export function wideVariables(forms: readonly FormKind[]): WideVariable[] {
  const taken = new Set<string>()
  const nameOf = ({ instrument: { id, version }, rater, occasion }: FormKind, part: string): string => {
    const name = plainName(`${id} v${version} ${rater} ${occasion} ${part}`, taken)
    taken.add(name)
    return name
  }
  return forms.flatMap((form) => [
    ...form.instrument.items.map((item): WideVariable => {
      return { name: nameOf(form, item.id), form, kind: 'item', item }
    }),
    ...form.instrument.scales.map((scale): WideVariable => {
      return { name: nameOf(form, `score ${scale.id}`), form, kind: 'score', scale }
    }),
  ])
}

/** The numbers that stand for missing values in the wide table. */
export interface MissingCodes {
  readonly notAnswered: number
  readonly notAsked: number
  readonly missed: number
}

/** Numbers for missing values that lie below everything that can be answered or scored. */
export function missingCodes(variables: readonly WideVariable[]): MissingCodes {
  const lowest = variables.reduce((least, variable) => {
    const { minimum } = variable.kind === 'item' ? variable.item : variable.scale
    return Math.min(least, minimum)
  }, 0)
  let code = -9999
  while (code >= lowest - 3) code = code * 10 - 9
  return { notAnswered: code, notAsked: code + 1, missed: code + 2 }
}

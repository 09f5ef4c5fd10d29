import type { InstrumentItem } from '../instruments/instrument-item.ts'
import { askedItems, type Answers, type MissingReason } from '../instruments/response.ts'

/** Why a value is there or not. `missed` is for a session that did not take place. */
export const valueStates = ['answered', 'not-answered', 'not-asked', 'missed'] as const
export type ValueState = (typeof valueStates)[number]

/** The state of one item in one form, its value, and the reason that was recorded for having none. */
export interface ItemState {
  readonly item: InstrumentItem
  readonly state: ValueState
  readonly value: number | null
  /** Null also if nothing was recorded about the item. */
  readonly reason: MissingReason | null
}

/** The state of every item of a form, in the order of the instrument. */
export function itemStates(items: readonly InstrumentItem[], answers: Answers): ItemState[] {
  const asked = new Set(askedItems(items, answers).map(({ id }) => id))
  return items.map((item) => {
    // An item may have the id "constructor", which every object inherits.
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined
    const value = answer?.value ?? null
    const reason = answer?.missingReason ?? null
    if (value !== null) return { item, state: 'answered', value, reason }
    const isAsked = reason === null ? asked.has(item.id) : reason !== 'not-asked'
    return { item, state: isAsked ? 'not-answered' : 'not-asked', value, reason }
  })
}

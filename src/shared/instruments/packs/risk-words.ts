import type { Instrument } from '../instrument.ts'
import type { PackNote } from './pack-note.ts'

// Attune's choice of English words. A reminder for the user; never says that an item is safe. The repetitions are
// bounded: a text of a word's beginning repeated would otherwise take time in the square of its length.
const riskWords =
  /suicid|self-?\s?harm|better off dead|(?:kill|hurt|harm|cut|injur)\w{0,20}\s{1,20}(?:yourself|myself|oneself)|end(?:ing)? (?:your|my) (?:own )?life/iu

/** Notes items whose words sound as if they ask about risk but which the pack does not mark as risk items. */
export function riskNotes(instrument: Instrument): PackNote[] {
  const marked = new Set(instrument.riskItems.map(({ item }) => item))
  return instrument.items.flatMap((item, position): PackNote[] =>
    riskWords.test(item.text) && !marked.has(item.id)
      ? [{ place: `items.${String(position)}`, code: 'may-ask-about-risk' }]
      : [],
  )
}

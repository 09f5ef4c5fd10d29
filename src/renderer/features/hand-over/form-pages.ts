import type { Instrument } from '#shared/instruments/instrument.ts'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'

/** One screenful of questions, all of one form. */
export interface QuestionPage {
  readonly instrumentId: string
  readonly instruction: string
  readonly items: readonly InstrumentItem[]
}

/** The most questions on one screen: two large ones fit a window 700 px high even if both take two lines. */
const mostOnPage = 2

/** Whether every answer has a row of words. Such a question is as high as two with numbers. */
const fillsPage = ({ labels }: InstrumentItem): boolean => labels !== undefined

/** Splits forms into screens of nearly equal length, in their fixed order. No screen mixes two forms. */
export function questionPages(instruments: readonly Instrument[]): QuestionPage[] {
  return instruments.flatMap(({ id, instruction, items }) => {
    const count = items.some(fillsPage) ? items.length : Math.ceil(items.length / mostOnPage)
    const longest = Math.ceil(items.length / count)
    return Array.from({ length: count }, (_, page) => ({
      instrumentId: id,
      instruction,
      items: items.slice(page * longest, (page + 1) * longest),
    }))
  })
}

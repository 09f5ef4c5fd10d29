import type { Instrument } from '#shared/instruments/instrument.ts'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import { askedItems, type Answers } from '#shared/instruments/response.ts'

/** One screenful of questions, all of one form. */
export interface QuestionPage {
  readonly instrumentId: string
  readonly instruction: string
  readonly items: readonly InstrumentItem[]
}

/** The most questions on one screen: two large ones fit a window 700 px high even if both take two lines. */
const mostOnPage = 2
/** The most answers with words that are no higher than a row of numbers with its ends: yes and no. */
const mostLowLabels = 2

/** Whether the answers take a row of words each. Such a question is as high as two with numbers. */
const fillsPage = ({ labels }: InstrumentItem): boolean => (labels?.length ?? 0) > mostLowLabels

/** Splits forms into screens of nearly equal length, in their fixed order. No screen mixes two forms. */
export function questionPages(instruments: readonly Instrument[]): QuestionPage[] {
  return instruments.flatMap(({ id, instruction, items }) =>
    runsOf(items).flatMap((run) => {
      const count = run.some(fillsPage) ? run.length : Math.ceil(run.length / mostOnPage)
      const longest = Math.ceil(run.length / count)
      return Array.from({ length: count }, (_, page) => ({
        instrumentId: id,
        instruction,
        items: run.slice(page * longest, (page + 1) * longest),
      }))
    }),
  )
}

/** The screens with something to ask, given the answers so far. A question depends on earlier ones only. */
export function askedPages(
  pages: readonly QuestionPage[],
  answers: Readonly<Record<string, Answers>>,
): QuestionPage[] {
  return pages.flatMap((page) => {
    const items = askedItems(page.items, answers[page.instrumentId] ?? {})
    return items.length === 0 ? [] : [{ ...page, items }]
  })
}

/** Neighbouring items of one height. */
function runsOf(items: readonly InstrumentItem[]): InstrumentItem[][] {
  const runs: InstrumentItem[][] = []
  for (const item of items) {
    const run = runs.at(-1)
    const [first] = run ?? []
    if (run && first && fillsPage(first) === fillsPage(item)) run.push(item)
    else runs.push([item])
  }
  return runs
}

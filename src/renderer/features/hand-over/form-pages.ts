import type { Instrument } from '#shared/instruments/instrument.ts'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import { askedItems, type Answers } from '#shared/instruments/response.ts'
import { fitInRow } from '#renderer/ui/short-answers.ts'

/** One screenful of questions, all of one form or all in the client's own words. */
export interface QuestionPage {
  /** Null for the client's own words, which belong to no form. */
  readonly instrumentId: string | null
  readonly instruction: string
  readonly items: readonly InstrumentItem[]
}

/** The most questions on one screen: what fits a window 800 px high, even if each takes two lines. */
const mostOnPage = 3
/** The most questions whose answers take rows of their own. */
const mostWithRows = 2

/** Whether the answers take a row of words each. */
const takesRows = ({ labels }: InstrumentItem): boolean => labels !== undefined && !fitInRow(labels)

/**
 * Splits forms into screens of nearly equal length, in their fixed order. No screen mixes two forms, or the questions of
 * one scale with others.
 */
export function questionPages(instruments: readonly Instrument[]): QuestionPage[] {
  return instruments.flatMap((instrument) =>
    runsOf(instrument).flatMap((run) => {
      const count = Math.ceil(run.length / (run.some(takesRows) ? mostWithRows : mostOnPage))
      return Array.from({ length: count }, (_, page) => ({
        instrumentId: instrument.id,
        instruction: instrument.instruction,
        items: run.slice(
          Math.ceil((page * run.length) / count),
          Math.ceil(((page + 1) * run.length) / count),
        ),
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
    if (page.instrumentId === null) return [page]
    const items = askedItems(page.items, answers[page.instrumentId] ?? {})
    return items.length === 0 ? [] : [{ ...page, items }]
  })
}

/** Whether a page is the first one of a form that the client can decline. */
export function canDeclineAt(
  { canDecline }: { readonly canDecline: readonly string[] },
  pages: readonly QuestionPage[],
  at: number,
): boolean {
  const instrumentId = pages[at]?.instrumentId ?? null
  return (
    instrumentId !== null && canDecline.includes(instrumentId) && pages[at - 1]?.instrumentId !== instrumentId
  )
}

/** Neighbouring items of one thought and one height. */
function runsOf(instrument: Instrument): InstrumentItem[][] {
  const thoughts = thoughtsOf(instrument)
  const runs: InstrumentItem[][] = []
  for (const item of instrument.items) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    const belongs =
      before !== undefined &&
      takesRows(before) === takesRows(item) &&
      thoughts.every((ids) => ids.has(before.id) === ids.has(item.id))
    if (run && belongs) run.push(item)
    else runs.push([item])
  }
  return runs
}

/** The scales of several questions that follow each other. Where scales interleave, their questions are no thought. */
function thoughtsOf({ items, scales }: Instrument): ReadonlySet<string>[] {
  return scales.flatMap(({ items: ids }) => {
    const places = ids.map((id) => items.findIndex((item) => item.id === id))
    const isTogether = Math.max(...places) - Math.min(...places) === ids.length - 1
    return ids.length > 1 && isTogether ? [new Set(ids)] : []
  })
}

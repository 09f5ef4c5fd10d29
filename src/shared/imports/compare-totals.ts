import { hasWholeTotals } from '../instruments/total-form.ts'
import type { InstrumentScale } from '../instruments/instrument-scale.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { Answers } from '../instruments/response.ts'
import { scoreResponse } from '../instruments/score.ts'
import type { createNoteList } from './import-note.ts'
import type { HowToRead } from './how-to-read.ts'
import type { Mapping } from './mapping.ts'
import { readNumber } from './read-cell.ts'
import { asShown } from './table-survey.ts'

/** Rounding errors of a computer. */
const tiny = 1e-6

/** Whether a total that another program gave is the score that Attune works out, as far as it was rounded. */
export function isSameTotal(
  instrument: Pick<Instrument, 'items'>,
  scale: InstrumentScale,
  { given, worked }: { readonly given: number; readonly worked: number },
): boolean {
  const decimals = String(given).split('.')[1]?.length ?? 0
  const rounded = hasWholeTotals(instrument, scale) ? 0 : 0.5 * 10 ** -Math.max(1, decimals)
  return Math.abs(given - worked) <= rounded + tiny
}

/** A total beside the answers of a form, as its cell has it. */
export interface TotalBeside {
  readonly scale: string
  readonly column: number
  readonly text: string
}

interface ComparerOptions {
  readonly mapping: Mapping
  readonly instrument: Instrument
  readonly how: HowToRead
  /** The names of the columns. */
  readonly columns: readonly string[]
  readonly notes: Pick<ReturnType<typeof createNoteList>, 'add'>
  /** Whether the same import takes the totals of this questionnaire too, so that none is lost. */
  readonly takesTotals: boolean
}

/** Compares the totals of a table with what its answers come to, and notes where they differ. Changes nothing. */
export function createTotalComparer({
  mapping,
  instrument,
  how,
  columns,
  notes,
  takesTotals,
}: ComparerOptions) {
  const isGiven = ({ text }: TotalBeside): boolean => text !== '' && !how.missing.includes(text)
  const scaleOfText = new Map(
    mapping.layout === 'long' ? mapping.totals?.map(({ text, scale }) => [text, scale]) : [],
  )
  const add = (row: number, code: Parameters<typeof notes.add>[0]['code'], total: TotalBeside, worked = '') =>
    notes.add({ row, code, column: columns[total.column] ?? '', text: asShown(total.text), worked })

  return {
    /** The totals of a row; in the long layout, a row has a total or an answer. */
    in: (cells: readonly string[]): TotalBeside[] => {
      const at = (column: number): string => (cells[column] ?? '').trim()
      if (mapping.layout === 'wide')
        return (mapping.totals ?? [])
          .map(({ scale, column }) => ({ scale, column, text: at(column) }))
          .filter(isGiven)
      const scale = scaleOfText.get(asShown(at(mapping.itemColumn)))
      const column = mapping.answerColumn
      return scale === undefined ? [] : [{ scale, column, text: at(column) }].filter(isGiven)
    },
    /** Notes totals of a row that has no answers. */
    alone: (row: number, totals: readonly TotalBeside[]): void => {
      if (!takesTotals) totals.forEach((total) => add(row, 'total-alone', total))
    },
    /** Compares the totals of a form with its answers, in the order of the items. */
    compare: (row: number, totals: readonly TotalBeside[], values: readonly (number | null)[]): void => {
      if (totals.length === 0) return
      const answers: Answers = Object.fromEntries(
        instrument.items.map(({ id }, at) => {
          const value = values[at] ?? null
          return [id, { value, missingReason: value === null ? 'skipped' : null }]
        }),
      )
      const scores = scoreResponse(instrument, answers)
      for (const total of totals) {
        const scale = instrument.scales.find(({ id }) => id === total.scale)
        const given = readNumber(total.text, how.decimal)
        const worked = scores[total.scale]?.value ?? null
        if (scale === undefined) continue
        if (given === null) add(row, 'total-unreadable', total)
        else if (worked === null) add(row, 'total-unchecked', total)
        else if (!isSameTotal(instrument, scale, { given, worked }))
          add(row, 'total-differs', total, String(Math.round(worked * 100) / 100))
      }
    },
  }
}

import type { Instrument } from '../instruments/instrument.ts'
import { validateAnswers } from '../instruments/response.ts'
import type { InstrumentItem } from '../instruments/instrument-item.ts'
import { codeKey, clientEntrySchema } from '../records/client.ts'
import { withoutDefusing } from '../csv/csv.ts'
import { createTotalComparer, type TotalBeside } from './compare-totals.ts'
import type { HowToRead } from './how-to-read.ts'
import type { createProblemList, RowProblemCode, RowProblems } from './import-problem.ts'
import type { createNoteList, RowNotes } from './import-note.ts'
import type { Mapping } from './mapping.ts'
import type { LeftOutRows, RatedSession } from './rated-session.ts'
import { readDate, readNumber } from './read-cell.ts'
import { asShown } from './table-survey.ts'

type Rater = RatedSession['forms'][number]['rater']

// A table has up to a hundred thousand of both, so they are kept small.
interface GatheredForm {
  readonly row: number
  readonly rater: Rater
  /** In the order of the items. */
  readonly answers: (number | null)[]
  /** Totals beside them; not there in most tables. */
  totals?: TotalBeside[]
  isRefused: boolean
}
interface GatheredSession {
  readonly client: string
  readonly number: number | null
  readonly date: string | null
  readonly forms: GatheredForm[]
}
/** Texts of cells that are remembered with what they mean. */
const mostRemembered = 2_000

/** What a table came to: its sessions, what is wrong with its rows, and which rows are not meant. */
export interface GatheredRatings extends GatheredEnd {
  readonly sessions: readonly RatedSession[]
}
export interface GatheredEnd {
  readonly problems: RowProblems
  /** Totals that differ from the answers beside them. */
  readonly notes: RowNotes
  readonly leftOut: LeftOutRows
}

/** A questionnaire of a table, with where it is. */
export interface MappedQuestionnaire {
  readonly mapping: Mapping
  readonly instrument: Instrument
}

interface GatherOptions extends MappedQuestionnaire {
  readonly how: HowToRead
  /** The names of the columns. */
  readonly columns: readonly string[]
  /** Its place among the questionnaires of the import. */
  readonly questionnaire: number
  readonly problems: Pick<ReturnType<typeof createProblemList>, 'add'>
  readonly notes: Pick<ReturnType<typeof createNoteList>, 'add'>
  readonly takesTotals: boolean
}

/** What a row came to: its answers or a problem, no answer at all, or one of something else. */
type Outcome = 'taken' | 'empty' | 'other'

/** A cell that can't be read. */
class Refusal extends Error {
  readonly code: RowProblemCode
  readonly column: number | null
  constructor(code: RowProblemCode, column: number | null = null) {
    super(code)
    this.code = code
    this.column = column
  }
}

/**
 * Puts the rows of a table together to sessions with filled-in forms of one questionnaire. A form with a cell that can't
 * be read is left out as a whole, with the problem of its row; an item that is missing has no answer. A total beside the
 * answers is compared with them, and not taken.
 */
export function createGatherer({
  how,
  mapping,
  instrument,
  columns,
  questionnaire,
  problems,
  ...noting
}: GatherOptions) {
  const comparer = createTotalComparer({ mapping, instrument, how, columns, ...noting })
  const sessions = new Map<string, GatheredSession>()
  const items = new Map(instrument.items.map((item, position) => [item.id, { item, position }]))
  const knownDates = new Map<string, string | null>()
  const knownAnswers = new Map<string, number>()
  const knownCodes = new Set<string>()
  const itemOfText = new Map(
    mapping.layout === 'long' ? mapping.items.map(({ text, item }) => [text, item]) : [],
  )
  const numbers = new Map(mapping.session?.names.map(({ text, number }) => [text, number]))

  const cellAt = (cells: readonly string[], column: number): string => {
    const text = (cells[column] ?? '').trim()
    return how.missing.includes(text) ? '' : text
  }
  const shownAt = (cells: readonly string[], column: number): string => asShown((cells[column] ?? '').trim())

  const clientOf = (cells: readonly string[]): string => {
    const code = withoutDefusing(cellAt(cells, mapping.client))
    if (code === '') throw new Refusal('no-client', mapping.client)
    if (knownCodes.has(code)) return code
    if (!clientEntrySchema.shape.code.safeParse(code).success) throw new Refusal('code-unfit', mapping.client)
    if (knownCodes.size < mostRemembered) knownCodes.add(code)
    return code
  }
  const dateOf = (cells: readonly string[]): string | null => {
    if (mapping.date === null) return null
    const text = cellAt(cells, mapping.date)
    const known = knownDates.get(text)
    const date = known === undefined ? readDate(text, how.dateOrder) : known
    if (knownDates.size < mostRemembered) knownDates.set(text, date)
    if (text !== '' && date === null) throw new Refusal('date-unreadable', mapping.date)
    return date
  }
  const numberOf = (cells: readonly string[]): number | null => {
    if (mapping.session === null) return null
    const { column } = mapping.session
    const named = numbers.get(shownAt(cells, column))
    if (named !== undefined) return named
    const text = cellAt(cells, column)
    if (text === '') return null
    const number = readNumber(text, how.decimal)
    if (number === null || !Number.isInteger(number) || number < 1 || number > 100_000)
      throw new Refusal('session-unreadable', column)
    return number
  }
  /** Null for a rater who is not meant. */
  const raterOf = (cells: readonly string[]): Rater | null => {
    const { rater } = mapping
    if (rater.kind === 'one') return rater.rater
    const text = shownAt(cells, rater.column)
    if (text === '') throw new Refusal('rater-unknown', rater.column)
    return rater.client.includes(text) ? 'client' : rater.therapist.includes(text) ? 'therapist' : null
  }
  const answerAt = (cells: readonly string[], column: number, item: InstrumentItem): number | null => {
    const text = cellAt(cells, column)
    if (text === '') return null
    const key = `${item.id} ${text}`
    const known = knownAnswers.get(key)
    if (known !== undefined) return known
    const value = readAnswer(text, column, item)
    if (knownAnswers.size < mostRemembered) knownAnswers.set(key, value)
    return value
  }
  const readAnswer = (text: string, column: number, item: InstrumentItem): number => {
    const label = item.labels?.find((each) => each.text.toLocaleLowerCase() === text.toLocaleLowerCase())
    const value = label?.value ?? readNumber(text, how.decimal)
    if (value === null) throw new Refusal('answer-unreadable', column)
    if (validateAnswers(instrument, { [item.id]: { value, missingReason: null } }).length > 0)
      throw new Refusal(
        instrument.totalOf === undefined ? 'answer-not-possible' : 'total-not-possible',
        column,
      )
    return value
  }

  const formOf = (row: number, cells: readonly string[], rater: Rater): GatheredForm => {
    const client = clientOf(cells)
    const date = dateOf(cells)
    const number = numberOf(cells)
    if (date === null && number === null)
      throw new Refusal('no-place', mapping.date ?? mapping.session?.column ?? null)
    const key = `${number ?? ''} ${date ?? ''} ${codeKey(client)}`
    const session = sessions.get(key) ?? { client, number, date, forms: [] }
    sessions.set(key, session)
    const begun = session.forms.find((each) => each.rater === rater)
    if (begun !== undefined) return begun
    const form = { row, rater, answers: instrument.items.map(() => null), isRefused: false }
    session.forms.push(form)
    return form
  }

  /** The answers of a row, with the column of each. */
  const answersIn = (
    cells: readonly string[],
  ): { readonly item: InstrumentItem; readonly position: number; readonly column: number }[] | null => {
    if (mapping.layout === 'wide')
      return mapping.items.flatMap(({ item, column }) => {
        const found = items.get(item)
        return found === undefined ? [] : [{ ...found, column }]
      })
    const { only, itemColumn, answerColumn } = mapping
    if (only !== null && shownAt(cells, only.column) !== only.text) return null
    const item = items.get(itemOfText.get(shownAt(cells, itemColumn)) ?? '')
    return item === undefined ? null : [{ ...item, column: answerColumn }]
  }

  const takeMeant = (row: number, cells: readonly string[]): Outcome => {
    const totals = comparer.in(cells)
    const places = answersIn(cells) ?? (totals.length > 0 ? [] : null)
    const rater = places === null ? null : raterOf(cells)
    if (places === null || rater === null) return 'other'
    const hasAnswers = places.some(({ column }) => cellAt(cells, column) !== '')
    if (!hasAnswers && (mapping.layout === 'wide' || totals.length === 0)) {
      comparer.alone(row, totals)
      return 'empty'
    }
    const form = formOf(row, cells, rater)
    if (totals.length > 0) form.totals = [...(form.totals ?? []), ...totals]
    try {
      const given = places.flatMap(({ item, position, column }) => {
        const value = answerAt(cells, column, item)
        return value === null ? [] : [{ position, value, column }]
      })
      const other = given.find(({ position, value }) => (form.answers[position] ?? value) !== value)
      if (other !== undefined) throw new Refusal('answered-twice', other.column)
      const isSecond = mapping.layout === 'wide' && form.row !== row
      if (isSecond && given.length !== form.answers.filter((answer) => answer !== null).length)
        throw new Refusal('answered-twice')
      for (const { position, value } of given) form.answers[position] = value
      return 'taken'
    } catch (cause) {
      form.isRefused = true
      throw cause
    }
  }

  /** Compares the totals of a form. A total of the long layout can turn out to be without answers. */
  const isAnswered = ({ row, answers, totals = [] }: GatheredForm): boolean => {
    const isEmpty = answers.every((answer) => answer === null)
    if (isEmpty) comparer.alone(row, totals)
    else comparer.compare(row, totals, answers)
    return !isEmpty
  }

  return {
    take: (row: number, cells: readonly string[]): Outcome => {
      try {
        return takeMeant(row, cells)
      } catch (cause) {
        if (!(cause instanceof Refusal)) throw cause
        const { code, column } = cause
        problems.add(
          row,
          code,
          column === null ? '' : (columns[column] ?? ''),
          column === null ? '' : shownAt(cells, column),
        )
        return 'taken'
      }
    },
    /** The sessions with the forms that could be read whole. */
    *sessions(): Generator<RatedSession> {
      for (const { forms, ...session } of sessions.values()) {
        const whole = forms.filter((form) => !form.isRefused && isAnswered(form))
        if (whole.length > 0)
          yield {
            questionnaire,
            ...session,
            forms: whole.map(({ row, rater, answers }) => ({ row, rater, answers })),
          }
      }
    },
  }
}

import { csvLine, csvStart, type CsvCell } from '../csv/csv.ts'
import { scoreResponse } from '../instruments/score.ts'
import { isMissed } from '../records/session.ts'
import {
  sessionColumns,
  type ExportedForm,
  type ExportedSession,
  type FindInstrument,
} from './exported-ratings.ts'
import type { GrowingFile } from './growing-file.ts'
import { itemStates } from './item-state.ts'

/** The columns of the long table, in order. */
export const longColumns = [
  ...sessionColumns,
  'kind',
  'rater',
  'occasion',
  'instrument',
  'version',
  'recorded_at',
  'from_paper_at',
  'id',
  'value',
  'state',
  'reason',
  'items_answered',
  'items',
] as const

/** What a row of the long table is about. */
export const longKinds = ['session', 'answer', 'score'] as const

/** The name of the file with the long table. */
export const longTableName = 'ratings-long.csv'

/** The long table: a row for each session, each item of each form and each scale score. */
export function longTable(find: FindInstrument): GrowingFile {
  return {
    name: longTableName,
    start: csvStart(longColumns),
    add: (session) => rowsOf(session, find).map(csvLine).join(''),
    end: '',
  }
}

/** How many rows a form takes in the long table. */
export function longRowsOf({ items, scales }: ReturnType<FindInstrument>): number {
  return items.length + scales.length
}

function rowsOf(session: ExportedSession, find: FindInstrument): CsvCell[][] {
  const { client, isFictional, number, date, status, modality, durationMinutes } = session
  const common = [client, isFictional ? 1 : 0, number, date, status, modality, durationMinutes]
  const noForm = Array.from({ length: 8 }, () => null)
  const own = [...common, 'session', ...noForm, isMissed(session.status) ? 'missed' : null, null, null, null]
  return [own, ...session.forms.flatMap((form) => formRows(form, find).map((row) => [...common, ...row]))]
}

function formRows(form: ExportedForm, find: FindInstrument): CsvCell[][] {
  const { instrumentId, instrumentVersion, rater, occasion, recordedAt, fromPaperAt, answers } = form
  const instrument = find(instrumentId, instrumentVersion)
  const common = [rater, occasion, instrumentId, instrumentVersion, recordedAt, fromPaperAt]
  const items = itemStates(instrument.items, answers).map(({ item, value, state, reason }): CsvCell[] => {
    return ['answer', ...common, item.id, value, state, reason, null, null]
  })
  const scores = scoreResponse(instrument, answers)
  const scales = instrument.scales.map(({ id }): CsvCell[] => {
    const { value = null, answered = 0, items: of = 0 } = scores[id] ?? {}
    return ['score', ...common, id, value, value === null ? 'not-answered' : 'answered', null, answered, of]
  })
  return [...items, ...scales]
}

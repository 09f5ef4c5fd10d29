import { isLongHeader } from '#shared/exports/read/read-tables.ts'
import { createGatherer, type Gatherer } from '#shared/imports/gather-ratings.ts'
import type { Delimiter, HowToRead, TablePlace } from '#shared/imports/how-to-read.ts'
import type { Surveyed } from '#shared/imports/import-preview.ts'
import type { FileRefusal } from '#shared/imports/import-problem.ts'
import type { Mapping } from '#shared/imports/mapping.ts'
import { createTableSurvey } from '#shared/imports/table-survey.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { readTable } from './read-table.ts'

/** Is called with how much of a file has been read, from 0 to 1. */
export type OnShare = (share: number) => void

/** Looks at the columns of a file of ratings. */
export function surveyRatings(text: string, place: TablePlace | null, onShare?: OnShare): Surveyed {
  // Set by what is called back with each row.
  const found = { survey: createTableSurvey(',', null), isAttune: false }
  const refusal = readTable(
    text,
    place?.delimiter ?? null,
    (delimiter: Delimiter) => {
      found.survey = createTableSurvey(delimiter, place?.header ?? null)
      return (row, cells) => {
        if (row === 1) found.isAttune = isLongHeader(cells)
        found.survey.take(cells)
      }
    },
    onShare,
  )
  if (refusal !== null) return { kind: 'refused', refusal }
  return found.isAttune ? { kind: 'attune' } : { kind: 'table', survey: found.survey.finish() }
}

/** Reads the answers of one questionnaire from a table, as somebody said that its columns are. */
export function readRatingsTable(
  {
    text,
    how,
    mapping,
    instrument,
  }: {
    readonly text: string
    readonly how: HowToRead
    readonly mapping: Mapping
    readonly instrument: Instrument
  },
  onShare?: OnShare,
): Gatherer | FileRefusal {
  const found: { gatherer: Gatherer | null } = { gatherer: null }
  const begin = () => (row: number, cells: readonly string[]) => {
    if (row === how.header)
      found.gatherer = createGatherer({ how, mapping, instrument, columns: cells.map((cell) => cell.trim()) })
    else found.gatherer?.take(row, cells)
  }
  return readTable(text, how.delimiter, begin, onShare) ?? found.gatherer ?? { code: 'empty', row: null }
}

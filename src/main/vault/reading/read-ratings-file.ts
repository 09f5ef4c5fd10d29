import { isLongHeader } from '#shared/exports/read/read-tables.ts'
import type { MappedQuestionnaire } from '#shared/imports/gather-ratings.ts'
import { createTableGatherer, type TableGatherer } from '#shared/imports/gather-table.ts'
import type { Delimiter, HowToRead, TablePlace } from '#shared/imports/how-to-read.ts'
import type { Surveyed } from '#shared/imports/import-preview.ts'
import type { FileRefusal } from '#shared/imports/import-problem.ts'
import { createTableSurvey } from '#shared/imports/table-survey.ts'
import { readTable } from './read-table.ts'

/** A bundle of FHIR says what it is at its beginning. Whether Attune wrote it shows when it is read. */
const beginsBundle = /"resourceType"\s*:\s*"Bundle"/
const longestBeginning = 2_000

/** Is called with how much of a file has been read, from 0 to 1. */
export type OnShare = (share: number) => void

/** Looks at the columns of a file of ratings. */
export function surveyRatings(text: string, place: TablePlace | null, onShare?: OnShare): Surveyed {
  if (text.trimStart().startsWith('{'))
    return beginsBundle.test(text.slice(0, longestBeginning))
      ? { kind: 'attune', format: 'fhir' }
      : { kind: 'refused', refusal: { code: 'other-json', row: null } }
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
  return found.isAttune
    ? { kind: 'attune', format: 'tables' }
    : { kind: 'table', survey: found.survey.finish() }
}

/** Reads the answers of questionnaires from a table, as somebody said that its columns are. */
export function readRatingsTable(
  {
    text,
    how,
    questionnaires,
  }: {
    readonly text: string
    readonly how: HowToRead
    readonly questionnaires: readonly MappedQuestionnaire[]
  },
  onShare?: OnShare,
): TableGatherer | FileRefusal {
  const found: { gatherer: TableGatherer | null } = { gatherer: null }
  const begin = () => (row: number, cells: readonly string[]) => {
    if (row === how.header)
      found.gatherer = createTableGatherer({ how, questionnaires, columns: cells.map((cell) => cell.trim()) })
    else found.gatherer?.take(row, cells)
  }
  return readTable(text, how.delimiter, begin, onShare) ?? found.gatherer ?? { code: 'empty', row: null }
}

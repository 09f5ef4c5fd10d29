import { isOwnWordsHeader } from '#shared/exports/read/read-additions.ts'
import { isLongHeader } from '#shared/exports/read/read-tables.ts'
import { isWordsHeader } from '#shared/exports/read/word-rows.ts'
import type { MappedQuestionnaire } from '#shared/imports/gather-ratings.ts'
import { createTableGatherer, type TableGatherer } from '#shared/imports/gather-table.ts'
import type { Delimiter, HowToRead, TablePlace } from '#shared/imports/how-to-read.ts'
import type { OwnFormat, Surveyed } from '#shared/imports/import-preview.ts'
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
  const found: { survey: ReturnType<typeof createTableSurvey>; format: OwnFormat | null } = {
    survey: createTableSurvey(',', null),
    format: null,
  }
  const refusal = readTable(
    text,
    place?.delimiter ?? null,
    (delimiter: Delimiter) => {
      found.survey = createTableSurvey(delimiter, place?.header ?? null)
      return (row, cells) => {
        if (row === 1) found.format = ownFormatOf(cells)
        found.survey.take(cells)
      }
    },
    onShare,
  )
  if (refusal !== null) return { kind: 'refused', refusal }
  return found.format === null
    ? { kind: 'table', survey: found.survey.finish() }
    : { kind: 'attune', format: found.format }
}

/** Which table of Attune's own has these columns; null for a table of another program. */
function ownFormatOf(cells: readonly string[]): OwnFormat | null {
  if (isLongHeader(cells)) return 'tables'
  if (isOwnWordsHeader(cells)) return 'own-words'
  return isWordsHeader(cells) ? 'words' : null
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

import { isLongHeader } from '#shared/exports/read/read-tables.ts'
import { createGatherer, type GatheredRatings } from '#shared/imports/gather-ratings.ts'
import { importLimits, type Delimiter, type HowToRead, type TablePlace } from '#shared/imports/how-to-read.ts'
import type { Surveyed } from '#shared/imports/import-preview.ts'
import type { FileRefusal } from '#shared/imports/import-problem.ts'
import type { Mapping } from '#shared/imports/mapping.ts'
import { createTableSurvey } from '#shared/imports/table-survey.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { readTable } from './read-table.ts'

/** Looks at the columns of a file of ratings. */
export function surveyRatings(text: string, place: TablePlace | null): Surveyed {
  // Set by what is called back with each row.
  const found = { survey: createTableSurvey(',', null), isAttune: false }
  const refusal = readTable(text, place?.delimiter ?? null, (delimiter: Delimiter) => {
    found.survey = createTableSurvey(delimiter, place?.header ?? null)
    return (row, cells) => {
      if (row === 1) found.isAttune = isLongHeader(cells)
      found.survey.take(cells)
    }
  })
  if (refusal !== null) return { kind: 'refused', refusal }
  return found.isAttune ? { kind: 'attune' } : { kind: 'table', survey: found.survey.finish() }
}

/** Reads the answers of one questionnaire from a table, as somebody said that its columns are. */
export function readRatingsTable({
  text,
  how,
  mapping,
  instrument,
}: {
  readonly text: string
  readonly how: HowToRead
  readonly mapping: Mapping
  readonly instrument: Instrument
}): GatheredRatings | FileRefusal {
  const found: { gatherer: ReturnType<typeof createGatherer> | null } = { gatherer: null }
  const refusal = readTable(text, how.delimiter, () => (row, cells) => {
    if (row === how.header)
      found.gatherer = createGatherer({ how, mapping, instrument, columns: cells.map((cell) => cell.trim()) })
    else found.gatherer?.take(row, cells)
  })
  if (refusal !== null) return refusal
  const gathered = found.gatherer?.finish()
  if (gathered === undefined) return { code: 'empty', row: null }
  const forms = gathered.sessions.reduce((sum, session) => sum + session.forms.length, 0)
  return forms > importLimits.forms ? { code: 'too-many-forms', row: null } : gathered
}

import { codebook, codebookColumns } from './codebook.ts'
import type { ExportFormat } from './export-formats.ts'
import type { FindInstrument, FormKind } from './exported-ratings.ts'
import { fhirBundle, fhirBundleName } from './fhir/fhir-bundle.ts'
import type { GrowingFile } from './growing-file.ts'
import { longColumns, longRowsOf, longTable, longTableName } from './long-table.ts'
import { ownWordsColumns, ownWordsTable, ownWordsTableName } from './own-words-table.ts'
import { redcapColumns, redcapDictionary } from './redcap-dictionary.ts'
import { rScript } from './scripts/r-script.ts'
import { spssScript } from './scripts/spss-script.ts'
import { sessionColumns } from './exported-ratings.ts'
import { wideTable, wideTableName } from './wide-table.ts'
import { missingCodes, wideVariables } from './wide-variables.ts'
import { wordColumns, wordsTable, wordsTableName } from './words-table.ts'

const codebookName = 'codebook.csv'
const redcapName = 'redcap-dictionary.csv'
const spssName = 'read-ratings.sps'
const rName = 'read-ratings.R'

/** What decides which files there are. */
interface Choice {
  readonly formats: readonly ExportFormat[]
  readonly withWords: boolean
  /** Every kind of form that the sessions hold. */
  readonly forms: readonly FormKind[]
}

interface ExportParts extends Choice {
  /** Whether there is a table of ratings in own words. */
  readonly hasOwnWords: boolean
  readonly find: FindInstrument
  /** The instant of the export. */
  readonly now: string
  /** A new UUID. */
  readonly newId: () => string
}

/** The files of an export: those that are known from the forms alone, and those that grow session by session. */
export function exportFiles({ formats, withWords, hasOwnWords, forms, ...parts }: ExportParts): {
  readonly whole: readonly { readonly name: string; readonly text: string }[]
  readonly growing: readonly GrowingFile[]
} {
  const variables = wideVariables(forms)
  const codes = missingCodes(variables)
  const hasTables = formats.includes('tables')
  return {
    whole: hasTables
      ? [
          { name: codebookName, text: codebook(variables, codes, { withWords, hasOwnWords }) },
          { name: redcapName, text: redcapDictionary(variables, codes) },
          { name: spssName, text: spssScript(variables, codes) },
          { name: rName, text: rScript(variables, codes) },
        ]
      : [],
    growing: [
      ...(hasTables ? [longTable(parts.find), wideTable(variables, codes)] : []),
      ...(hasTables && withWords ? [wordsTable(parts.find)] : []),
      ...(hasTables && hasOwnWords ? [ownWordsTable()] : []),
      ...(formats.includes('fhir') ? [fhirBundle({ ...parts, forms, withWords })] : []),
    ],
  }
}

/** How much an export holds. */
export interface ExportCounts {
  /** Clients with at least one session. */
  readonly clients: number
  readonly sessions: number
  /** Filled-in forms of each kind, in the order of the kinds. */
  readonly forms: readonly number[]
  /** Notes, comments and picked words. */
  readonly words: number
  /** Ratings of goals and problems in the client's own words. */
  readonly ownRatings: number
}

/** One file of an export, and how large it will be. A script has no rows; a bundle has resources as rows. */
export interface FileToExport {
  readonly name: string
  readonly rows: number | null
  readonly columns: number | null
}

/** The files that `exportFiles` gives, with their sizes, without any rating. */
export function filesToExport({ formats, withWords, forms }: Choice, counts: ExportCounts): FileToExport[] {
  const inForms = (of: (form: FormKind) => number): number =>
    forms.reduce((sum, form, at) => sum + of(form) * (counts.forms[at] ?? 0), 0)
  const columns = sessionColumns.length + wideVariables(forms).length
  const ownColumns = counts.ownRatings === 0 ? 0 : ownWordsColumns.length
  const described = longColumns.length + columns + (withWords ? wordColumns.length : 0) + ownColumns
  const instruments = new Set(forms.map(({ instrument: { id, version } }) => `${id}@${version}`))
  const ownResources = withWords ? counts.ownRatings : 0
  const resources = inForms(({ instrument }) => 1 + instrument.scales.length) + ownResources
  const tables: FileToExport[] = [
    {
      name: longTableName,
      rows: counts.sessions + inForms(({ instrument }) => longRowsOf(instrument)),
      columns: longColumns.length,
    },
    { name: wideTableName, rows: counts.sessions, columns },
    ...(withWords ? [{ name: wordsTableName, rows: counts.words, columns: wordColumns.length }] : []),
    ...(ownColumns === 0 ? [] : [{ name: ownWordsTableName, rows: counts.ownRatings, columns: ownColumns }]),
    { name: codebookName, rows: described, columns: codebookColumns.length },
    { name: redcapName, rows: columns, columns: redcapColumns.length },
    { name: spssName, rows: null, columns: null },
    { name: rName, rows: null, columns: null },
  ]
  return [
    ...(formats.includes('tables') ? tables : []),
    ...(formats.includes('fhir')
      ? [
          {
            name: fhirBundleName,
            rows: instruments.size + counts.clients + counts.sessions + resources,
            columns: null,
          },
        ]
      : []),
  ]
}

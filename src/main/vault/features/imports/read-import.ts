import type { ExportedSession } from '#shared/exports/exported-ratings.ts'
import type { SessionAdditions } from '#shared/exports/read/session-additions.ts'
import type { FileToImport } from '#shared/imports/import-preview.ts'
import { noNotes, type RowNotes } from '#shared/imports/import-note.ts'
import type { FileRefusal, RowProblems } from '#shared/imports/import-problem.ts'
import type { MappedQuestionnaire } from '#shared/imports/gather-ratings.ts'
import type { Mapping } from '#shared/imports/mapping.ts'
import type {
  FormToImport,
  LeftOutRows,
  RatedSession,
  SessionToImport,
} from '#shared/imports/rated-session.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { totalSourceIn } from '#shared/instruments/total-form.ts'
import { askedItems, type Answers } from '#shared/instruments/response.ts'
import { AppError } from '#shared/contract/result.ts'
import type { Reader } from '../../reading/reader.ts'
import type { InstrumentLibrary } from '../../records/instruments/instrument-library.ts'

/** What a file holds, whichever kind it is. */
export interface ReadImport {
  readonly sessions: readonly SessionToImport[]
  readonly problems: RowProblems
  readonly notes: RowNotes
  readonly leftOut: LeftOutRows
}

/** Reads the ratings of a file in a process of its own. Throws `not-found` for a questionnaire that is not there. */
export async function readImport(
  reader: Pick<Reader, 'readRatingsTable' | 'readRatings' | 'readAdditions'>,
  instruments: Pick<InstrumentLibrary, 'find'>,
  file: FileToImport,
): Promise<ReadImport | FileRefusal> {
  if (file.kind === 'attune') {
    const { text, format } = file
    if (format === 'words' || format === 'own-words') {
      const read = await reader.readAdditions({
        kind: format === 'words' ? 'words-table' : 'own-words-table',
        text,
      })
      if (read.kind === 'read') return whole(read.sessions.map(withAdditions))
      const { code, line } = read.problem
      return { code: code === 'without-words' ? code : 'damaged', row: line }
    }
    const isTable = format === 'tables'
    const read = await reader.readRatings(
      isTable ? { kind: 'rating-tables', text, words: null } : { kind: 'rating-bundle', text },
    )
    if (read.kind === 'refused')
      return { code: isTable ? 'damaged' : 'damaged-bundle', row: read.problem.line }
    return whole(isTable ? withRows(read.sessions, instruments) : withLines(read.sessions))
  }
  const { text, how, mappings } = file
  const questionnaires = mappings.map((mapping, at) => {
    const instrument = instruments.find(mapping.instrument.id, mapping.instrument.version)
    if (instrument === null) throw new AppError('not-found', [`file.mappings.${at}.instrument`])
    return { mapping, instrument }
  })
  const read = await reader.readRatingsTable({ text, how, questionnaires })
  if ('code' in read) return read
  return { ...read, sessions: read.sessions.map((session) => ofTable(session, questionnaires)) }
}

/** What an export of Attune holds: it is read whole, or refused. */
function whole(sessions: readonly SessionToImport[]): ReadImport {
  return {
    sessions,
    problems: { listed: [], further: 0 },
    notes: noNotes,
    leftOut: { empty: 0, other: 0 },
  }
}

/** A session that a table adds to. It names the session and doesn't describe it. */
function withAdditions(session: SessionAdditions): SessionToImport {
  return { ...session, details: null, forms: [] }
}

/** Sessions of Attune's own table with the rows on which they begin: each has one, and each item and score of a form. */
function withRows(
  sessions: readonly ExportedSession[],
  instruments: Pick<InstrumentLibrary, 'find'>,
): SessionToImport[] {
  let next = 2
  return sessions.map(({ forms, ownRatings: _ofAnotherTable, ...session }) => {
    const row = next
    next += 1
    const placed = forms.map(({ scores, ...form }) => {
      const begins = next
      const { items } = instruments.find(form.instrumentId, form.instrumentVersion) ?? { items: [] }
      next += items.length + Object.keys(scores).length
      return { ...form, row: begins }
    })
    return described(session, { row, forms: placed, ownRatings: [] })
  })
}

/** A session of an export that describes it. */
function described(
  session: Omit<ExportedSession, 'forms' | 'ownRatings'>,
  placed: Pick<SessionToImport, 'row' | 'forms' | 'ownRatings'>,
): SessionToImport {
  const { client, isFictional, number, date, ...details } = session
  return { client, isFictional, number, date, details, texts: [], ...placed }
}

/**
 * Sessions of Attune's own bundle with the lines on which they begin: after the head and the questionnaires, each client,
 * session, form, score and rating in own words has one. A total without answers has one line alone, and no questionnaire.
 */
function withLines(sessions: readonly ExportedSession[]): SessionToImport[] {
  const isTotal = ({ instrumentId }: { readonly instrumentId: string }) =>
    totalSourceIn(instrumentId) !== null
  const forms = sessions.flatMap((session) => session.forms.filter((form) => !isTotal(form)))
  let next =
    2 +
    new Set(forms.map(({ instrumentId, instrumentVersion }) => `${instrumentId}@${instrumentVersion}`)).size
  let client: string | null = null
  return sessions.map(({ forms: own, ownRatings, ...session }) => {
    if (session.client !== client) next += 1
    client = session.client
    const row = next
    next += 1
    const placed = own.map(({ scores, ...form }) => {
      const begins = next
      next += (isTotal(form) ? 0 : 1) + Object.keys(scores).length
      return { ...form, row: begins }
    })
    const rated = ownRatings.map((rating, at) => ({ ...rating, row: next + at }))
    next += rated.length
    return described(session, { row, forms: placed, ownRatings: rated })
  })
}

/** Tables of other programs don't say how a session was. */
const heldInPerson = { status: 'held', modality: 'in-person', durationMinutes: null, notes: '' } as const

function ofTable(
  { questionnaire, client, number, date, forms }: RatedSession,
  questionnaires: readonly MappedQuestionnaire[],
): SessionToImport {
  const mapped = questionnaires[questionnaire]
  if (mapped === undefined) throw new Error('the reader’s answer is not valid')
  const row = forms.reduce((first, form) => Math.min(first, form.row), Number.MAX_SAFE_INTEGER)
  return {
    row,
    client,
    isFictional: false,
    number,
    date,
    details: heldInPerson,
    ownRatings: [],
    texts: [],
    forms: forms.map((form) => new FormOfTable(mapped, form)),
  }
}

/** A form whose answers are worked out when asked for: a hundred thousand take up much more room than what was read. */
class FormOfTable implements FormToImport {
  readonly recordedAt = null
  readonly fromPaperAt = null
  readonly comment = ''
  readonly #mapped: MappedQuestionnaire
  readonly #form: RatedSession['forms'][number]
  constructor(mapped: MappedQuestionnaire, form: RatedSession['forms'][number]) {
    this.#mapped = mapped
    this.#form = form
  }
  get row(): number {
    return this.#form.row
  }
  get rater(): FormToImport['rater'] {
    return this.#form.rater
  }
  get instrumentId(): string {
    return this.#mapped.instrument.id
  }
  get instrumentVersion(): number {
    return this.#mapped.instrument.version
  }
  get occasion(): FormToImport['occasion'] {
    const { instrument, mapping } = this.#mapped
    return instrument.occasion === 'any' ? mapping.occasion : instrument.occasion
  }
  get words(): FormToImport['words'] {
    return []
  }
  get answers(): Answers {
    return answersOf(this.#mapped.instrument, this.#mapped.mapping, this.#form.answers)
  }
}

/** An item without a column was not asked, nor was one whose condition doesn't hold; any other one was skipped. */
function answersOf(instrument: Instrument, mapping: Mapping, values: readonly (number | null)[]): Answers {
  const given: Answers = Object.fromEntries(
    instrument.items.flatMap(({ id }, at) => {
      const value = values[at] ?? null
      return value === null ? [] : [[id, { value, missingReason: null }] as const]
    }),
  )
  const asked = new Set(
    askedItems(instrument.items, given)
      .map(({ id }) => id)
      .filter((id) => mapping.items.some(({ item }) => item === id)),
  )
  return Object.fromEntries(
    instrument.items.map(({ id }) => [
      id,
      given[id] ?? { value: null, missingReason: asked.has(id) ? 'skipped' : 'not-asked' },
    ]),
  )
}

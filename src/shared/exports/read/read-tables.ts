import { z } from 'zod'
import { readCsv } from '../../csv/read-csv.ts'
import { measureIdSchema } from '../../instruments/plain-text.ts'
import {
  exportedFormSchema,
  exportedSessionSchema,
  type ExportedForm,
  type ExportedSession,
} from '../exported-ratings.ts'
import { longColumns, longKinds } from '../long-table.ts'
import { wordColumns, wordKinds } from '../words-table.ts'
import { refused, type RatingsRead } from './ratings-read.ts'

const numberText = z
  .string()
  .regex(/^-?\d+(\.\d+)?(e[+-]?\d+)?$/)
  .transform(Number)
const { isFictional: _isFictional, ...sessionShape } = exportedSessionSchema.omit({
  forms: true,
  notes: true,
}).shape
const session = { client: sessionShape.client, session: numberText.pipe(sessionShape.number) }

const longRowSchema = z.strictObject({
  ...session,
  fictional: z.enum(['0', '1']).transform((flag) => flag === '1'),
  date: sessionShape.date,
  status: sessionShape.status,
  modality: sessionShape.modality,
  minutes: numberText.nullable().pipe(sessionShape.durationMinutes),
  kind: z.enum(longKinds),
  rater: exportedFormSchema.shape.rater.nullable(),
  occasion: exportedFormSchema.shape.occasion.nullable(),
  instrument: z.string().nullable(),
  version: numberText.nullable(),
  recorded_at: z.string().nullable(),
  from_paper_at: z.string().nullable().default(null),
  id: measureIdSchema.nullable(),
  value: numberText.nullable(),
  state: z.string().nullable(),
  reason: z.enum(['skipped', 'stopped', 'not-asked']).nullable(),
  items_answered: numberText.nullable(),
  items: numberText.nullable(),
})
type LongRow = z.output<typeof longRowSchema>

const wordRowSchema = z.strictObject({
  ...session,
  kind: z.enum(wordKinds),
  rater: z.string().nullable(),
  occasion: z.string().nullable(),
  instrument: z.string().nullable(),
  version: z.string().nullable(),
  id: z.string().nullable(),
  text: z.string(),
})

/** The long table of an Attune that could not enter forms from paper. */
const earlierColumns = longColumns.filter((column) => column !== 'from_paper_at')
const longHeaders: readonly (readonly string[])[] = [longColumns, earlierColumns]

/** Whether these are the columns of a long table that Attune has exported. */
export function isLongHeader(cells: readonly string[]): boolean {
  return longHeaders.some((header) => JSON.stringify(header) === JSON.stringify(cells))
}

/** What every row of a session repeats. */
const ownFields = [
  'client',
  'isFictional',
  'number',
  'date',
  'status',
  'modality',
  'durationMinutes',
] as const

const keyOfSession = (row: { readonly client: string; readonly session: number }): string =>
  JSON.stringify([row.client, row.session])
const keyOfForm = (row: {
  rater: unknown
  occasion: unknown
  instrument: unknown
  version: unknown
}): string => JSON.stringify([row.rater, row.occasion, row.instrument, String(row.version)])

/** A session that is being put together from its rows. */
interface Gathered {
  readonly session: ExportedSession
  readonly forms: Map<string, ExportedForm>
}

class Refusal extends Error {
  readonly read: RatingsRead
  constructor(read: RatingsRead) {
    super('the table is refused')
    this.read = read
  }
}

/**
 * Reads the long table of an export, and the table of words if there is one, back into the same sessions. Never throws:
 * a table that does not hold together is refused as a whole.
 */
export function readTables(long: string, words: string | null): RatingsRead {
  const gathered = new Map<string, Gathered>()
  try {
    for (const [line, row] of rowsOf(long, longHeaders, longRowSchema)) takeRow(gathered, row, line)
    if (words !== null)
      for (const [line, row] of rowsOf(words, [wordColumns], wordRowSchema)) {
        const found = gathered.get(keyOfSession(row))
        const form = found?.forms.get(keyOfForm(row))
        if (found && row.kind === 'note') found.session.notes = row.text
        else if (form && row.kind === 'comment') form.comment = row.text
        else if (form && row.kind === 'word' && row.id !== null) form.words.push(row.id)
        else throw new Refusal(refused('rows-disagree', line))
      }
  } catch (cause) {
    if (cause instanceof Refusal) return cause.read
    throw cause
  }
  const sessions = [...gathered.values()].map(({ session: each, forms }) => ({
    ...each,
    forms: [...forms.values()],
  }))
  const parsed = z.array(exportedSessionSchema).safeParse(sessions)
  return parsed.success ? { kind: 'read', sessions: parsed.data } : refused('damaged')
}

function takeRow(gathered: Map<string, Gathered>, row: LongRow, line: number): void {
  const { client, fictional, session: number, date, status, modality, minutes } = row
  const own = { client, isFictional: fictional, number, date, status, modality, durationMinutes: minutes }
  const key = keyOfSession(row)
  const found = gathered.get(key) ?? {
    session: { ...own, notes: '', forms: [], ownRatings: [] },
    forms: new Map(),
  }
  gathered.set(key, found)
  if (ownFields.some((field) => found.session[field] !== own[field]))
    throw new Refusal(refused('rows-disagree', line))
  if (row.kind === 'session') return
  const { rater, occasion, instrument, version, recorded_at: recordedAt, from_paper_at: fromPaperAt } = row
  const { id, value, reason } = row
  if (rater === null || occasion === null || instrument === null || version === null || id === null)
    throw new Refusal(refused('unreadable-row', line))
  const formKey = keyOfForm(row)
  const form: ExportedForm = found.forms.get(formKey) ?? {
    instrumentId: instrument,
    instrumentVersion: version,
    rater,
    occasion,
    recordedAt: recordedAt ?? '',
    fromPaperAt,
    answers: {},
    words: [],
    comment: '',
    scores: {},
  }
  found.forms.set(formKey, form)
  const place = row.kind === 'score' ? form.scores : form.answers
  const isOfSameForm = form.recordedAt === recordedAt && form.fromPaperAt === fromPaperAt
  if (!isOfSameForm || Object.hasOwn(place, id) || (value !== null && reason !== null))
    throw new Refusal(refused('rows-disagree', line))
  if (row.kind === 'score') form.scores[id] = value
  // An item without value and reason has no answer at all.
  else if (value !== null || reason !== null) form.answers[id] = { value, missingReason: reason }
}

function* rowsOf<Schema extends z.ZodType>(
  text: string,
  headers: readonly (readonly string[])[],
  schema: Schema,
): Generator<[line: number, row: z.output<Schema>]> {
  let columns: readonly string[] | undefined
  for (const row of readCsv(text)) {
    if (row === null) throw new Refusal(refused(columns === undefined ? 'not-ratings' : 'damaged'))
    const { line, cells } = row
    if (columns === undefined) {
      columns = headers.find((header) => JSON.stringify(cells) === JSON.stringify(header))
      if (columns === undefined) throw new Refusal(refused('not-ratings'))
      continue
    }
    const parsed = schema.safeParse(
      Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null])),
    )
    if (!parsed.success || cells.length !== columns.length) throw new Refusal(refused('unreadable-row', line))
    yield [line, parsed.data]
  }
  if (columns === undefined) throw new Refusal(refused('not-ratings'))
}

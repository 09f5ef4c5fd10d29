import { z } from 'zod'
import { measureIdSchema } from '../../instruments/plain-text.ts'
import {
  exportedFormSchema,
  exportedSessionSchema,
  type ExportedForm,
  type ExportedSession,
} from '../exported-ratings.ts'
import { longColumns, longKinds } from '../long-table.ts'
import { refused, type RatingsRead } from './ratings-read.ts'
import { flagText, isOneOf, numberText, orRefused, Refusal, rowsOf } from './rows-of-table.ts'
import { wordRows } from './word-rows.ts'

const { isFictional: _isFictional, ...sessionShape } = exportedSessionSchema.omit({
  forms: true,
  notes: true,
}).shape
const session = { client: sessionShape.client, session: numberText.pipe(sessionShape.number) }

const longRowSchema = z.strictObject({
  ...session,
  fictional: flagText,
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

/** The long table of an Attune that could not enter forms from paper. */
const earlierColumns = longColumns.filter((column) => column !== 'from_paper_at')
const longHeaders: readonly (readonly string[])[] = [longColumns, earlierColumns]

/** Whether these are the columns of a long table that Attune has exported. */
export function isLongHeader(cells: readonly string[]): boolean {
  return isOneOf(longHeaders, cells)
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

/**
 * Reads the long table of an export, and the table of words if there is one, back into the same sessions. Never throws:
 * a table that does not hold together is refused as a whole.
 */
export function readTables(long: string, words: string | null): RatingsRead {
  return orRefused(() => {
    const gathered = new Map<string, Gathered>()
    for (const [at, row] of rowsOf(long, longHeaders, longRowSchema)) takeRow(gathered, row, at)
    for (const [at, row] of words === null ? [] : wordRows(words)) {
      const found = gathered.get(keyOfSession(row))
      const form = found?.forms.get(keyOfForm(row))
      if (found && row.kind === 'note') found.session.notes = row.text
      else if (form && row.kind === 'comment') form.comment = row.text
      else if (form && row.kind === 'word' && row.id !== null) form.words.push(row.id)
      else throw new Refusal(refused('rows-disagree', at))
    }
    const sessions = [...gathered.values()].map(({ session: each, forms }) => ({
      ...each,
      forms: [...forms.values()],
    }))
    const parsed = z.array(exportedSessionSchema).safeParse(sessions)
    return parsed.success ? { kind: 'read', sessions: parsed.data } : refused('damaged')
  })
}

function takeRow(gathered: Map<string, Gathered>, row: LongRow, at: number): void {
  const { client, fictional, session: number, date, status, modality, minutes } = row
  const own = { client, isFictional: fictional, number, date, status, modality, durationMinutes: minutes }
  const key = keyOfSession(row)
  const found = gathered.get(key) ?? {
    session: { ...own, notes: '', forms: [], ownRatings: [] },
    forms: new Map(),
  }
  gathered.set(key, found)
  if (ownFields.some((field) => found.session[field] !== own[field]))
    throw new Refusal(refused('rows-disagree', at))
  if (row.kind === 'session') return
  const { rater, occasion, instrument, version, recorded_at: recordedAt, from_paper_at: fromPaperAt } = row
  const { id, value, reason } = row
  if (rater === null || occasion === null || instrument === null || version === null || id === null)
    throw new Refusal(refused('unreadable-row', at))
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
    throw new Refusal(refused('rows-disagree', at))
  if (row.kind === 'score') form.scores[id] = value
  // An item without value and reason has no answer at all.
  else if (value !== null || reason !== null) form.answers[id] = { value, missingReason: reason }
}

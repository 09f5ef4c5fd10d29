import { z } from 'zod'
import type { ExportedForm } from '../exported-ratings.ts'
import { exportedOwnRatingSchema } from '../own-ratings.ts'
import { ownWordsColumns } from '../own-words-table.ts'
import { refused } from './ratings-read.ts'
import { createOwnRatingCheck } from './read-own-ratings.ts'
import { flagText, isOneOf, numberText, orRefused, Refusal, rowsOf } from './rows-of-table.ts'
import { sessionAdditionsSchema, type AdditionsRead, type SessionAdditions } from './session-additions.ts'
import { wordRows, type WordRow } from './word-rows.ts'

const { client, number, date } = sessionAdditionsSchema.shape
const { kind, item, wording, recordedAt, value, words } = exportedOwnRatingSchema.shape

const ownRowSchema = z.strictObject({
  client,
  fictional: flagText,
  session: numberText.pipe(number),
  date: date.unwrap(),
  kind,
  item: numberText.pipe(item),
  wording: numberText.pipe(wording),
  recorded_at: recordedAt,
  value: numberText.pipe(value),
  words: words.nullable(),
})

/** Whether these are the columns of a table of ratings in own words that Attune has exported. */
export function isOwnWordsHeader(cells: readonly string[]): boolean {
  return isOneOf([ownWordsColumns], cells)
}

/**
 * Reads the table of ratings in own words, session by session. Never throws: a table that does not hold together, or that
 * has ratings without their words, is refused as a whole.
 */
export function readOwnWordsTable(text: string): AdditionsRead {
  return orRefused(() => {
    const gathered = createGathered()
    const agrees = createOwnRatingCheck()
    for (const [row, { fictional, session, recorded_at: at, ...given }] of rowsOf(
      text,
      [ownWordsColumns],
      ownRowSchema,
    )) {
      if (given.words === null || given.words === '') throw new Refusal(refused('without-words', row))
      const found = gathered.sessionOf(row, { ...given, session, fictional })
      const rating = {
        kind: given.kind,
        item: given.item,
        wording: given.wording,
        recordedAt: at,
        value: given.value,
        words: given.words,
      }
      if (!agrees(found, rating)) throw new Refusal(refused('rows-disagree', row))
      found.ownRatings.push({ row, ...rating })
    }
    return gathered.read()
  })
}

/** Reads the table of words, session by session. Never throws: one that does not hold together is refused as a whole. */
export function readWordsTable(text: string): AdditionsRead {
  return orRefused(() => {
    const gathered = createGathered()
    for (const [row, given] of wordRows(text)) takeText(gathered.sessionOf(row, given).texts, given, row)
    return gathered.read()
  })
}

/** Where a row says that its session is. */
type Place = Pick<WordRow, 'client' | 'fictional' | 'session' | 'date'>

/** Sessions that are put together row by row. */
function createGathered() {
  const sessions = new Map<string, SessionAdditions>()
  return {
    /** The session of a row. Throws a `Refusal` if another row says something else of it. */
    sessionOf: (row: number, { client: code, fictional, session, date: day }: Place): SessionAdditions => {
      const key = JSON.stringify([code, session])
      const own = { row, client: code, isFictional: fictional, number: session, date: day }
      const found = sessions.get(key) ?? { ...own, ownRatings: [], texts: [] }
      sessions.set(key, found)
      if (found.date !== day || found.isFictional !== fictional)
        throw new Refusal(refused('rows-disagree', row))
      return found
    },
    read: (): AdditionsRead => {
      const parsed = z.array(sessionAdditionsSchema).safeParse([...sessions.values()])
      return parsed.success ? { kind: 'read', sessions: parsed.data } : refused('damaged')
    },
  }
}

/** Adds the text of a row to those of its session. The picked words of a form are one text. */
function takeText(texts: SessionAdditions['texts'], given: WordRow, row: number): void {
  const { kind: what, id, text } = given
  const form = formOf(given)
  const disagrees = new Refusal(refused('rows-disagree', row))
  if (what === 'note') {
    if (form !== null || texts.some((each) => each.kind === 'note')) throw disagrees
    texts.push({ kind: 'note', row, text })
    return
  }
  if (form === null) throw new Refusal(refused('unreadable-row', row))
  const key = JSON.stringify(form)
  const known = texts.find(
    (each) => each.kind === (what === 'comment' ? 'comment' : 'words') && JSON.stringify(each.form) === key,
  )
  if (what === 'comment') {
    if (known !== undefined) throw disagrees
    texts.push({ kind: 'comment', row, form, text })
    return
  }
  if (id === null) throw new Refusal(refused('unreadable-row', row))
  if (known === undefined) texts.push({ kind: 'words', row, form, words: [id] })
  else if (known.kind === 'words' && !known.words.includes(id)) known.words.push(id)
  else throw disagrees
}

/** The form that a row names; null if it names none. */
function formOf({
  rater,
  occasion,
  instrument,
  version,
}: WordRow): Pick<ExportedForm, 'instrumentId' | 'instrumentVersion' | 'rater' | 'occasion'> | null {
  if (rater === null || occasion === null || instrument === null || version === null) return null
  return { instrumentId: instrument, instrumentVersion: version, rater, occasion }
}

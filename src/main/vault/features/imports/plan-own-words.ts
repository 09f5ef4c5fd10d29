import { randomUUID } from 'node:crypto'
import type { createProblemList } from '#shared/imports/import-problem.ts'
import type { OwnRatingToImport } from '#shared/imports/rated-session.ts'
import type { SessionId } from '#shared/records/ids.ts'
import {
  ownWordsIdSchema,
  wordingIdSchema,
  type OwnRating,
  type OwnWords,
  type Wording,
  type WordingId,
} from '#shared/records/own-words.ts'
import { alignWordings, keyOfRating, sharesRating, type WordingOfFile } from './align-wordings.ts'

/** A wording that an import adds, and its place among the wordings that there are then. */
interface PlannedWording extends Pick<Wording, 'id' | 'words' | 'since'> {
  readonly at: number
}

/** A goal or problem that an import makes, or adds to. */
export interface PlannedOwnWords extends Pick<OwnWords, 'id' | 'kind' | 'endedOn'> {
  readonly isNew: boolean
  /** In the order of their places. */
  readonly wordings: readonly PlannedWording[]
  readonly ratings: readonly (OwnRating & { readonly wordingId: WordingId })[]
}

/** A session with the ratings that a file gives it. */
export interface RatedSessionOfClient {
  readonly id: SessionId
  readonly date: string
  /** False for a session that is planned, missed or cancelled here. */
  readonly isHeld: boolean
  readonly ownRatings: readonly OwnRatingToImport[]
}

/** A rating of a file, with the session that it belongs to. */
interface FileRating extends OwnRating {
  readonly row: number
  readonly date: string
  readonly isHeld: boolean
}

/** A goal or problem of a file with its wordings in order. */
interface OwnWordsOfFile {
  readonly kind: OwnWords['kind']
  readonly wordings: readonly RatedWording[]
}
interface RatedWording extends WordingOfFile {
  readonly ratings: FileRating[]
}

interface Planned {
  readonly ownWords: readonly PlannedOwnWords[]
  /** How many ratings are there already, with the same value. */
  readonly unchanged: number
}

/**
 * Works out what the ratings of a file add to a client's own words. A goal or problem with the same wording is the same
 * one; what is new has ended on the day of its last rating, so that nobody is asked for it. Yields after each of them.
 */
export function* planOwnWords(
  here: readonly OwnWords[],
  sessions: readonly RatedSessionOfClient[],
  problems: Pick<ReturnType<typeof createProblemList>, 'add'>,
): Generator<undefined, Planned> {
  const given = gathered(sessions)
  const counterparts = matched(here, given)
  const ownWords: PlannedOwnWords[] = []
  let unchanged = 0
  for (const [at, { kind, wordings }] of given.entries()) {
    yield undefined
    const known = counterparts[at] ?? null
    const added: PlannedWording[] = []
    const ratings: PlannedOwnWords['ratings'][number][] = []
    let lastDay = ''
    let later = 0
    for (const { of, here: same, at: place } of alignWordings(known, wordings)) {
      const id = same?.id ?? wordingIdSchema.parse(randomUUID())
      const values = new Map(same?.ratings.map((rating) => [keyOfRating(rating), rating.value]))
      const fresh = of.ratings.filter(({ row, isHeld, ...rating }) => {
        const value = values.get(keyOfRating(rating))
        if (value === rating.value) unchanged += 1
        else if (value !== undefined) problems.add(row, 'other-rating', 'value', String(rating.value))
        else if (isHeld) return true
        else problems.add(row, 'not-held', 'date', rating.date)
        return false
      })
      if (fresh.length === 0) {
        // A wording that is not added leaves its place to the next ones.
        if (same === null) later += 1
        continue
      }
      for (const { sessionId, value, ratedAt } of fresh)
        ratings.push({ wordingId: id, sessionId, value, ratedAt })
      const own = fresh.map(({ date }) => date).toSorted()
      const [first = ''] = own
      const last = own.at(-1) ?? ''
      if (last > lastDay) lastDay = last
      if (same === null) added.push({ id, words: of.words, since: first, at: place - later })
    }
    if (ratings.length > 0)
      ownWords.push({
        id: known?.id ?? ownWordsIdSchema.parse(randomUUID()),
        kind,
        endedOn: known === null ? lastDay : known.endedOn,
        isNew: known === null,
        wordings: added,
        ratings,
      })
  }
  return { ownWords, unchanged }
}

/** The goals and problems of a file, in order, from the ratings of its sessions. */
function gathered(sessions: readonly RatedSessionOfClient[]): OwnWordsOfFile[] {
  const items = new Map<number, { kind: OwnWords['kind']; wordings: Map<number, RatedWording> }>()
  for (const { id, date, isHeld, ownRatings } of sessions)
    for (const { kind, item, wording, words, recordedAt, value, row } of ownRatings) {
      const own = items.get(item) ?? { kind, wordings: new Map<number, RatedWording>() }
      items.set(item, own)
      const put = own.wordings.get(wording) ?? { words, ratings: [] }
      own.wordings.set(wording, put)
      put.ratings.push({ row, date, isHeld, sessionId: id, value, ratedAt: recordedAt })
    }
  return inOrder(items).map(({ kind, wordings }) => ({ kind, wordings: inOrder(wordings) }))
}

function inOrder<T>(byPlace: ReadonlyMap<number, T>): T[] {
  return [...byPlace].toSorted(([one], [other]) => one - other).map(([, each]) => each)
}

/**
 * Which of the client's own words each one of the file is: one that has a rating of it, else one that has a wording of
 * it. Each is taken once, as a client may have put two of them in the same words.
 */
function matched(here: readonly OwnWords[], given: readonly OwnWordsOfFile[]): (OwnWords | null)[] {
  const free = new Set(here)
  const found = given.map((): OwnWords | null => null)
  const take = (isSame: (own: OwnWords, file: OwnWordsOfFile) => boolean): void => {
    for (const [at, file] of given.entries()) {
      if (found[at] !== null) continue
      const own = [...free].find((each) => each.kind === file.kind && isSame(each, file))
      if (own === undefined) continue
      found[at] = own
      free.delete(own)
    }
  }
  const hasSame =
    (isSame: (wording: Wording, of: WordingOfFile) => boolean) =>
    (own: OwnWords, file: OwnWordsOfFile): boolean =>
      own.wordings.some((wording) =>
        file.wordings.some((of) => of.words === wording.words && isSame(wording, of)),
      )
  take(hasSame(sharesRating))
  take(hasSame(() => true))
  return found
}

import { randomUUID } from 'node:crypto'
import type { TextToAdd } from '#shared/exports/read/session-additions.ts'
import { createProblemList } from '#shared/imports/import-problem.ts'
import type { FormToImport, OwnRatingToImport, SessionToImport } from '#shared/imports/rated-session.ts'
import type { ClientId, SessionId } from '#shared/records/ids.ts'
import { sessionIdSchema } from '#shared/records/ids.ts'
import { isCancelledInTime } from '#shared/records/session.ts'
import { isAhead } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'
import type { FullSession } from '../../records/sessions/session.repository.ts'

/** A session of the vault, or a new one, that gets forms of a file. */
export interface PlacedSession {
  readonly id: SessionId
  readonly before: FullSession | null
  number: number
  readonly date: string
  /** Where it begins in its file. */
  readonly row: number
  readonly details: SessionToImport['details']
  readonly forms: FormToImport[]
  readonly ownRatings: OwnRatingToImport[]
  readonly texts: TextToAdd[]
}

type Problems = Pick<ReturnType<typeof createProblemList>, 'add'>

/**
 * Finds the place of one client's sessions: the session of the same number, else the only one of the same day, else a new
 * one. A new one without a number gets the next one, in the order of the days.
 */
export function placeSessions(
  { context, sessions }: Pick<Records, 'context' | 'sessions'>,
  clientId: ClientId | null,
  given: readonly SessionToImport[],
  problems: Problems,
): PlacedSession[] {
  const known = clientId === null ? [] : sessions.listOfClient(clientId)
  const taken =
    clientId === null
      ? new Set<number>()
      : sessions.numbersOfOthers({ clientId, id: sessionIdSchema.parse(randomUUID()) })
  const knownByNumber = Map.groupBy(known, ({ session }) => session.number)
  const knownByDay = Map.groupBy(known, ({ session }) => session.date)
  const placed: PlacedSession[] = []
  const placedById = new Map<string, PlacedSession>()
  const placedByNumber = new Map<number, PlacedSession[]>()
  const placedByDay = new Map<string, PlacedSession[]>()
  const unnumbered = new Set<PlacedSession>()

  const placeOf = (session: SessionToImport): PlacedSession | null => {
    const { row, number, date, details } = session
    const refuse = (code: Parameters<Problems['add']>[1]): null => {
      problems.add(row, code, '', number === null ? (date ?? '') : String(number))
      return null
    }
    const onDay = knownByDay.get(date ?? '') ?? []
    const heldOnDay = onDay.filter(tookPlace)
    const before =
      number !== null ? (knownByNumber.get(number) ?? []) : heldOnDay.length > 0 ? heldOnDay : onDay
    if (before.length > 1) return refuse('several-sessions')
    const [found] = before
    if (found) {
      if (date !== null && found.session.date !== date) return refuse('other-date')
      if (session.forms.length > 0 && !tookPlace(found)) return refuse('not-held')
      return placedById.get(found.session.id) ?? place(session, found)
    }
    const inFile = (number === null ? placedByDay.get(date ?? '') : placedByNumber.get(number)) ?? []
    if (inFile.length > 1) return refuse('several-sessions')
    const [again] = inFile
    if (again) return date === null || again.date === date ? again : refuse('two-dates')
    if (details === null) return refuse('session-missing')
    if (date === null) return refuse('needs-date')
    const mayLieAhead =
      session.forms.length === 0 && (details.status === 'planned' || isCancelledInTime(details.status))
    if (!mayLieAhead && isAhead(context, { date, zone: context.zone() })) return refuse('in-future')
    if (number !== null && taken.has(number)) return refuse('number-taken')
    return place(session, null)
  }

  const place = (session: SessionToImport, before: FullSession | null): PlacedSession => {
    const { number, date, details, row } = session
    const made: PlacedSession = {
      id: before?.session.id ?? sessionIdSchema.parse(randomUUID()),
      before,
      number: before?.session.number ?? number ?? 0,
      date: before?.session.date ?? date ?? '',
      row,
      details,
      forms: [],
      ownRatings: [],
      texts: [],
    }
    placed.push(made)
    placedById.set(made.id, made)
    addTo(placedByNumber, made.number, made)
    addTo(placedByDay, made.date, made)
    if (before === null && number === null) unnumbered.add(made)
    return made
  }

  // A row that names only the number may be about a session whose day another row names.
  const inOrder = [...given].sort(
    (one, other) =>
      Number(one.date === null) - Number(other.date === null) ||
      Number(one.number === null) - Number(other.number === null),
  )
  for (const session of inOrder) {
    const found = placeOf(session)
    found?.forms.push(...session.forms)
    found?.ownRatings.push(...session.ownRatings)
    found?.texts.push(...session.texts)
  }
  const numbered = placed.filter((each) => !unnumbered.has(each))
  const rest = [...unnumbered].sort((one, other) => (one.date < other.date ? -1 : 1))
  const lastDay = [
    ...numbered.map(({ date }) => date),
    ...known.filter(({ session }) => session.status !== 'planned').map(({ session }) => session.date),
  ].reduce((last, date) => (date > last ? date : last), '')
  let next = numbered.reduce(
    (highest, { number }) => Math.max(highest, number + 1),
    clientId === null ? 1 : sessions.nextNumber(clientId),
  )
  const late = rest.filter(({ date }) => date < lastDay)
  for (const { row, date } of late) problems.add(row, 'earlier-than-others', '', date)
  const fitting = rest.filter(({ date }) => date >= lastDay)
  for (const each of fitting) each.number = next++
  return [...numbered, ...fitting]
}

function addTo<K>(map: Map<K, PlacedSession[]>, key: K, session: PlacedSession): void {
  const there = map.get(key)
  if (there === undefined) map.set(key, [session])
  else there.push(session)
}

/** Whether a session of the vault took place, or is taking place. */
export function tookPlace({ session: { status } }: FullSession): boolean {
  return status === 'begun' || status === 'held'
}

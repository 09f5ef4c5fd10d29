import type { MovedSession } from '#shared/contract/operations/sessions.ts'
import { AppError } from '#shared/contract/result.ts'
import type { ClientId, SessionId } from '#shared/records/ids.ts'
import type { Records } from '../../records/records.ts'
import { moveSessionRows } from '../../records/sessions/session-rows.ts'
import { giveOwnRatings, takeOwnRatings } from './move-own-ratings.ts'

/** Moves a session to another client, inside the caller's transaction. */
export function moveSession(
  { context, clients, sessions, ownSpreads, ownWords }: Records,
  {
    id,
    toClientId,
    expectedRevision,
  }: { readonly id: SessionId; readonly toClientId: ClientId; readonly expectedRevision: number },
): MovedSession {
  const found = sessions.get(id)
  const to = clients.get(toClientId)
  if (!found) throw new AppError('not-found', ['id'])
  if (!to) throw new AppError('not-found', ['toClientId'])
  const { session, revision } = found
  const places = sessions.placesOfClient(toClientId)
  const moved = { id, clientId: toClientId, clientCode: to.code }
  if (session.clientId === toClientId)
    return { ...moved, number: session.number, isInOrder: fits(session.number, session.date, places) }
  if (revision !== expectedRevision) throw new AppError('conflict')
  // Fictional clients are removed together, and a real session must not go with them.
  if (clients.get(session.clientId)?.isFictional !== to.isFictional)
    throw new AppError('invalid-input', ['toClientId'])
  const taken = sessions.numbersOfOthers({ clientId: toClientId, id })
  const next = sessions.nextNumber(toClientId)
  const free = [session.number, ...Array.from({ length: next }, (_, index) => index + 1)].find(
    (number) => !taken.has(number) && fits(number, session.date, places),
  )
  const number = free ?? next
  sessions.forgetScores(id)
  const rated = takeOwnRatings(ownWords, session)
  moveSessionRows(context.db, id, { clientId: toClientId, number, savedAt: context.now().toISOString() })
  giveOwnRatings(ownWords, toClientId, { rated, day: session.date })
  ownSpreads.keep(session.clientId)
  sessions.workOut(id)
  return { ...moved, number, isInOrder: free !== undefined }
}

/** Whether a session of this number and day keeps the client's sessions in order of their days. */
function fits(
  number: number,
  date: string,
  places: readonly { readonly number: number; readonly date: string }[],
): boolean {
  return places.every(
    (place) => place.number === number || (place.number < number ? place.date <= date : place.date >= date),
  )
}

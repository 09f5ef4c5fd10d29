import type { TakenBack } from '#shared/imports/import-preview.ts'
import type { Records } from '../../records/records.ts'
import { createLaterTraces } from '../../records/sessions/later-traces.ts'
import type { FullSession } from '../../records/sessions/session.repository.ts'
import { deleteSessionRows } from '../../records/sessions/session-rows.ts'
import { digestOf, type KeptImport, type KeptSession } from './kept-imports.ts'
import { undoOwnWords } from './undo-own-words.ts'
import { countOf, withoutTexts } from './undo-texts.ts'

/**
 * Removes what an import has brought, inside the caller's transaction, and yields after each session: its ratings in own
 * words, its sessions, its forms and texts in sessions that were there before, and its clients who have nothing else. Keeps
 * each of them that somebody has changed or worked with since.
 */
export function* undoImport(
  records: Records,
  { clients, sessions, ownWords }: KeptImport,
): Generator<undefined, TakenBack> {
  const { context } = records
  const traces = createLaterTraces(context.db)
  // A session or client with ratings in own words counts as worked with, so those of the import go first.
  const own = yield* undoOwnWords(records, ownWords)
  const taken = { clients: 0, sessions: 0, forms: 0, texts: 0, ...own }
  const touched = new Set<string>()
  for (const { id, clientId, made, added, texts } of sessions) {
    yield undefined
    const now = records.sessions.get(id)
    if (now === null) continue
    touched.add(clientId)
    if (made === null) {
      const removed = removeParts(records, now, { added, texts })
      taken.forms += removed.forms
      taken.texts += removed.texts
      if (removed.forms < added.length || removed.texts < countOf(texts)) taken.kept += 1
    } else if (digestOf(now) === made && !traces.isWorkedWith(now.session)) {
      deleteSessionRows(context.db, id)
      taken.sessions += 1
      taken.forms += added.length
    } else taken.kept += 1
  }
  for (const id of touched) {
    yield undefined
    records.ownSpreads.keep(id)
  }
  for (const id of clients) {
    yield undefined
    const client = records.clients.get(id)
    if (client === null) continue
    // Without the client a session that was removed could not come back.
    const hasRemoved = records.removedSessions.list().some((removed) => removed.clientId === id)
    if (client.revision === 1 && !hasRemoved && !traces.hasMore(id)) {
      records.clients.removeUnused(id)
      taken.clients += 1
    } else taken.kept += 1
  }
  return taken
}

/** Removes forms and texts from a session, except those that were changed since. Returns how many it removed. */
function removeParts(
  { sessions, risks, riskPath, formDrafts, context }: Records,
  now: FullSession,
  { added, texts }: Pick<KeptSession, 'added' | 'texts'>,
): { readonly forms: number; readonly texts: number } {
  const { session } = now
  const seen = riskPath
    .ofSession(session.id)
    .filter(
      ({ id, acknowledged }) =>
        acknowledged !== null || formDrafts.get({ form: 'risk-acknowledgement', subject: id }) !== null,
    )
  const asAdded = new Map(added.map(({ id, digest }) => [id, digest]))
  const gone = now.responses.filter(
    (response) =>
      asAdded.get(response.id) === digestOf(response) &&
      !seen.some(({ instrumentId }) => instrumentId === response.instrumentId),
  )
  const left = now.responses.filter((response) => !gone.includes(response))
  const without = withoutTexts(session.notes, left, texts)
  const { ruptureNote, events, revision } = now
  const log = {
    session: { ...session, notes: without.notes },
    responses: [...without.responses],
    ruptureNote,
    events: [...events],
  }
  const removed = { forms: gone.length, texts: without.removed }
  if (gone.length + without.removed === 0) return removed
  const changed = [...gone, ...without.changed]
  if (without.notes !== session.notes || changed.some(({ rater }) => rater === 'therapist'))
    sessions.putWhole(log, revision + 1, context.now().toISOString())
  else sessions.putWhole(log, revision, now.savedAt)
  for (const { instrumentId } of gone) risks.removeOfForm(session.id, instrumentId)
  return removed
}

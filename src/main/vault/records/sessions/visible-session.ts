import type { Response, StoredSessionLog } from '#shared/records/session-log.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { FullSession } from './session.repository.ts'

/** Whether the client has rated emotions while the therapist's guess is neither sealed nor skipped. */
export function hasHiddenEmotions({
  session,
  responses,
}: Pick<FullSession, 'session' | 'responses'>): boolean {
  return (
    session.guess === 'open' &&
    responses.some((response) => isClientEmotions(response) && isAnyRated(response))
  )
}

/** Whether anything in a form was rated. */
export function isAnyRated({ answers }: Pick<Response, 'answers'>): boolean {
  return Object.values(answers).some(({ value }) => value !== null)
}

/**
 * The responses that the therapist may see. Includes the client's emotions only once the guess is sealed or skipped.
 */
export function visibleResponses(full: FullSession): FullSession['responses'] {
  return hasHiddenEmotions(full)
    ? full.responses.filter((response) => !isClientEmotions(response))
    : full.responses
}

/** A stored session as it leaves the vault process. */
export function toVisibleSession(full: FullSession): StoredSessionLog {
  return {
    session: full.session,
    responses: [...visibleResponses(full)],
    ruptureNote: full.ruptureNote,
    events: [...full.events],
    revision: full.revision,
    savedAt: full.savedAt,
    hasHiddenEmotions: hasHiddenEmotions(full),
  }
}

/** Earlier versions of a session: none may reveal emotions that are still hidden in the session itself. */
export function toVisibleVersions(
  current: Pick<StoredSessionLog, 'hasHiddenEmotions'>,
  versions: readonly StoredSessionLog[],
): StoredSessionLog[] {
  if (!current.hasHiddenEmotions) return [...versions]
  return versions.map((version) => ({
    ...version,
    responses: version.responses.filter(({ rater }) => rater === 'therapist'),
  }))
}

function isClientEmotions({ instrumentId, rater }: { instrumentId: string; rater: string }): boolean {
  return instrumentId === ownInstruments.emotionsClient && rater === 'client'
}

import { AppError } from '#shared/contract/result.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { canBecome, isCancelledInTime } from '#shared/records/session.ts'
import type { SessionLog, StoredSessionLog } from '#shared/records/session-log.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { checkResponse } from '../../records/instruments/check-responses.ts'
import { isAhead } from '../../database/vault-context.ts'
import type { FullSession } from '../../records/sessions/session.repository.ts'
import { toVisibleSession } from '../../records/sessions/visible-session.ts'
import type { Records } from '../../records/records.ts'

interface Save {
  readonly log: SessionLog
  readonly expectedRevision: number
  /** Whether the user saves over a version that was saved since they opened the session. */
  readonly isOverOther: boolean
}

/**
 * Saves the therapist's part of a session, inside the caller's transaction.
 *
 * The same content again changes nothing, whatever revision it names, so a retried save is harmless. Other content must
 * name the revision it started from (`conflict` otherwise). Until a session is final, it is written in several steps
 * that correct nothing, so a replaced version is kept only from then on, or if it was saved by somebody else.
 */
export function saveSession(
  records: Records,
  { log, expectedRevision, isOverOther }: Save,
): StoredSessionLog {
  const { clients, sessions, context } = records
  const before = sessions.get(log.session.id)
  const entered = withGuessSealedOnce(before, {
    ...log,
    responses: log.responses.filter(({ rater }) => rater === 'therapist'),
  })
  if (before && therapistPartOf(before) === therapistPartOf(entered)) return toVisibleSession(before)
  if ((before?.revision ?? 0) !== expectedRevision) throw new AppError('conflict')
  if (!clients.get(log.session.clientId)) throw new AppError('not-found', ['log.session.clientId'])
  assertPossible(records, before, entered)
  entered.responses.forEach((response, index) => {
    checkResponse(records.instruments, response, `log.responses.${index}`)
  })
  if (before && (before.session.closedAt !== null || isOverOther))
    sessions.keepVersion({ ...toVisibleSession(before), responses: [...before.responses] })
  sessions.putTherapistPart(entered, expectedRevision + 1, context.now().toISOString())
  records.riskPath.open(entered.session, entered.responses)
  const saved = sessions.get(log.session.id)
  if (!saved) throw new Error('a session that was just saved is not there')
  return toVisibleSession(saved)
}

function assertPossible(records: Records, before: FullSession | null, log: SessionLog): void {
  const { session } = log
  if (before && before.session.clientId !== session.clientId)
    throw new AppError('invalid-input', ['log.session.clientId'])
  if (before && !canBecome(before.session.status, session.status))
    throw new AppError('status-not-possible', ['log.session.status'])
  const isRated =
    log.responses.length > 0 ||
    log.ruptureNote !== null ||
    (before?.responses.some(({ rater }) => rater === 'client') ?? false)
  const isPossibleAhead = session.status === 'planned' || isCancelledInTime(session.status)
  if (isAhead(records.context, session) && (!isPossibleAhead || isRated))
    throw new AppError('rated-in-future', ['log.session.date'])
  // Only the client fills in forms on paper.
  if (log.responses.some(({ fromPaperAt }) => fromPaperAt !== null))
    throw new AppError('invalid-input', ['log.responses'])
  const forms = log.responses.map(({ instrumentId, occasion }) => `${instrumentId} ${occasion}`)
  if (new Set(forms).size < forms.length) throw new AppError('invalid-input', ['log.responses'])
  // A session keeps the number that it has.
  if (before?.session.number !== session.number && !records.sessions.isNumberFree(session))
    throw new AppError('conflict', ['log.session.number'])
}

/** A sealed or skipped guess stays sealed or skipped, and a sealed guess keeps its content. */
function withGuessSealedOnce(before: FullSession | null, log: SessionLog): SessionLog {
  if (!before || before.session.guess === 'open') return log
  const guess = before.session.guess
  if (guessOf(log) !== guessOf(before)) throw new AppError('guess-sealed')
  return { ...log, session: { ...log.session, guess } }
}

function guessOf({
  responses,
}: {
  readonly responses: SessionLog['responses'] | FullSession['responses']
}): string {
  const guesses = responses.filter(({ instrumentId }) => instrumentId === ownInstruments.emotionsGuess)
  return canonicalJson(
    guesses.map(({ instrumentVersion, occasion, answers, words, comment }) => {
      return { instrumentVersion, occasion, answers, words, comment }
    }),
  )
}

/** The therapist's part of a session as text, to detect changes. */
function therapistPartOf({ session, responses, ruptureNote, events }: SessionLog | FullSession): string {
  const own = responses.filter(({ rater }) => rater === 'therapist')
  return canonicalJson({ session, responses: own, ruptureNote, events })
}

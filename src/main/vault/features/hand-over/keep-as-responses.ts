import { randomUUID } from 'node:crypto'
import type { AuditEvent } from '#shared/audit/audit-entry.ts'
import type { HandOverAnswers } from '#shared/contract/operations/hand-over.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { hasValue, onlyAnswered } from '#shared/instruments/response.ts'
import { responseIdSchema } from '#shared/records/ids.ts'
import type { Response } from '#shared/records/session-log.ts'
import type { Records } from '../../records/records.ts'
import { completedAnswers, keepEarlierAnswers, occasionOf } from '../../records/sessions/client-answers.ts'
import type { FullSession } from '../../records/sessions/session.repository.ts'
import { keepDeclined } from './decline-forms.ts'
import { keepOwnRatings } from './own-ratings.ts'

/** What a client answered, and the forms in the versions that they had. */
export interface HandedOver {
  readonly sessionId: string
  readonly forms: readonly Instrument[]
  readonly given: HandOverAnswers
}

/**
 * Keeps a client's answers with the session, inside the caller's transaction: the responses, the answers that ask for
 * attention, the ratings of own words, and the forms that they declined. `stopped` marks the other items as such. An
 * untouched form leaves nothing. Returns what was kept, as the audit log names it.
 */
export function keepAsResponses(
  records: Records,
  { sessionId, forms, given }: HandedOver,
  stopped: boolean,
): AuditEvent[] {
  const { sessions, drafts, context, instruments, riskPath } = records
  const isAnything =
    given.comment !== '' ||
    Object.values(given.answers).some(hasValue) ||
    Object.keys(given.ownRatings).length > 0
  const full = sessions.get(sessionId)
  const isKept = full !== null && (isAnything || !stopped)
  const hasDeclined = full !== null && keepDeclined(records, full.session, given)
  if (isKept) {
    const recordedAt = context.now().toISOString()
    const responses = withEarlier(full, forms, given, { stopped, recordedAt })
    for (const form of forms) instruments.keep(form)
    if (replacesAnything(full, forms, given)) keepEarlierAnswers(records, full, recordedAt)
    sessions.putClientResponses(sessionId, responses)
    riskPath.open(full.session, responses)
    keepOwnRatings(records, full.session, given, recordedAt)
  }
  drafts.discardHandOver(sessionId)
  if (full === null) return []
  const subject = { sessionId: full.session.id, clientId: full.session.clientId }
  return [
    ...(isKept ? [{ kind: 'client-answered' as const, ...subject }] : []),
    ...(hasDeclined ? [{ kind: 'form-declined' as const, ...subject }] : []),
  ]
}

/** Whether a hand-over may replace what the client gave before: a form again, or the comment. */
function replacesAnything(
  { responses }: FullSession,
  forms: readonly Instrument[],
  given: HandOverAnswers,
): boolean {
  return responses.some(
    ({ rater, instrumentId, answers, comment }) =>
      rater === 'client' &&
      ((hasValue(answers) && forms.some(({ id }) => id === instrumentId)) ||
        (comment !== '' && given.comment !== '')),
  )
}

/** The client's responses after a hand-over: the new answers, and earlier ones that were not answered again. */
function withEarlier(
  full: FullSession,
  forms: readonly Instrument[],
  given: HandOverAnswers,
  { stopped, recordedAt }: { stopped: boolean; recordedAt: string },
): Response[] {
  const earlier = full.responses.filter(({ rater }) => rater === 'client')
  const comment = given.comment || (earlier.find((response) => response.comment !== '')?.comment ?? '')
  const ofForms = forms.map((form): Response => {
    const before = earlier.find(({ instrumentId }) => instrumentId === form.id)
    const answered = onlyAnswered(given.answers[form.id] ?? {})
    const isSameVersion = before?.instrumentVersion === form.version
    // Answers to one version's words are no answers to another's.
    if (before && !isSameVersion && !hasValue(answered)) return before
    const kept = isSameVersion ? onlyAnswered(before.answers) : {}
    const isPartlyFromPaper = Object.keys(kept).some((id) => !Object.hasOwn(answered, id))
    return {
      id: responseIdSchema.parse(randomUUID()),
      instrumentId: form.id,
      instrumentVersion: form.version,
      rater: 'client',
      occasion: occasionOf(form),
      answers: completedAnswers(form, { ...kept, ...answered }, stopped ? 'stopped' : 'skipped'),
      words: [],
      comment: '',
      recordedAt,
      fromPaperAt: isPartlyFromPaper ? (before?.fromPaperAt ?? null) : null,
    }
  })
  // Answers to a form that is no longer given stay.
  const others = earlier.filter(({ instrumentId }) => forms.every(({ id }) => id !== instrumentId))
  return [...ofForms, ...others].map((response, index) => ({
    ...response,
    comment: index === 0 ? comment : '',
  }))
}

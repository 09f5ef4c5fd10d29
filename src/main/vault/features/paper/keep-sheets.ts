import { randomUUID } from 'node:crypto'
import type { InputAt } from '#shared/contract/contract.ts'
import type { EnteredForm } from '#shared/contract/operations/paper.ts'
import { AppError } from '#shared/contract/result.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { hasValue, onlyAnswered } from '#shared/instruments/response.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { responseIdSchema } from '#shared/records/ids.ts'
import type { Response } from '#shared/records/session-log.ts'
import { checkResponse } from '../../records/instruments/check-responses.ts'
import type { Records } from '../../records/records.ts'
import { completedAnswers, keepEarlierAnswers, occasionOf } from '../../records/sessions/client-answers.ts'
import type { FullSession } from '../../records/sessions/session.repository.ts'

/**
 * Keeps what was entered from sheets as the client's answers of a session, inside the caller's transaction. False if the
 * same was entered already. `contract/operations/paper.ts` says what it fails with.
 */
export function keepSheets(records: Records, before: FullSession, given: InputAt<'paper.save'>): boolean {
  const { context, sessions, drafts, formDrafts, riskPath } = records
  const enteredAt = context.now().toISOString()
  const earlier = before.responses.filter(({ rater }) => rater === 'client')
  const entered = formsToKeep(given)
    .map((form) => responseOf(records, form, enteredAt))
    .filter((form) => !isThere(earlier, form))
  const comment = given.comment ?? commentOf(earlier)
  formDrafts.discard({ form: 'paper-entry', subject: before.session.id })
  if (comment === commentOf(earlier) && entered.length === 0) return false

  const replaced = entered.filter(({ instrumentId }) =>
    earlier.some((response) => response.instrumentId === instrumentId && hasValue(response.answers)),
  )
  const unnamed = replaced.filter(({ instrumentId }) => !given.replaces.includes(instrumentId))
  if (unnamed.length > 0)
    throw new AppError(
      'conflict',
      unnamed.map(({ instrumentId }) => `forms.${instrumentId}`),
    )

  const full = begun(records, before, enteredAt)
  // What replaces something, or is added to a session that is final, leaves a version of how it was.
  const isReplaced = replaced.length > 0 || !['', comment].includes(commentOf(earlier))
  if (isReplaced || full.session.closedAt !== null) keepEarlierAnswers({ sessions, drafts }, full, enteredAt)
  sessions.putClientResponses(full.session.id, together(earlier, entered, comment))
  // The therapist has seen the emotions on the sheet, so a guess can't be made or changed any more.
  if (full.session.guess === 'open' && entered.some(isOfEmotions))
    sessions.setGuess(full.session.id, full.responses.some(isGuess) ? 'sealed' : 'skipped')
  riskPath.open(full.session, entered)
  return true
}

/** The forms with an answer; all of them if the client wrote nothing but a comment. */
function formsToKeep({ forms, comment }: InputAt<'paper.save'>): EnteredForm[] {
  const ids = forms.map(({ instrumentId }) => instrumentId)
  if (new Set(ids).size < ids.length) throw new AppError('invalid-input', ['forms'])
  const answered = forms.filter(({ answers }) => hasValue(answers))
  if (answered.length > 0) return answered
  if (comment === null || comment === '') throw new AppError('invalid-input', ['forms'])
  return forms
}

function responseOf({ instruments }: Records, entered: EnteredForm, enteredAt: string): Response {
  const { instrumentId, instrumentVersion } = entered
  const place = `forms.${instrumentId}`
  const form = instruments.find(instrumentId, instrumentVersion)
  if (!form || form.respondent === 'therapist') throw new AppError('form-not-offered', [place])
  checkResponse(instruments, entered, place)
  return {
    id: responseIdSchema.parse(randomUUID()),
    instrumentId,
    instrumentVersion,
    rater: 'client',
    occasion: occasionOf(form),
    answers: completedAnswers(form, onlyAnswered(entered.answers), 'skipped'),
    words: [],
    comment: '',
    recordedAt: enteredAt,
    fromPaperAt: enteredAt,
  }
}

/** Whether the same answers are stored as entered from paper. */
function isThere(earlier: readonly Response[], entered: Response): boolean {
  return earlier.some(
    ({ instrumentId, instrumentVersion, answers, fromPaperAt }) =>
      instrumentId === entered.instrumentId &&
      instrumentVersion === entered.instrumentVersion &&
      fromPaperAt !== null &&
      canonicalJson(answers) === canonicalJson(entered.answers),
  )
}

/** The session, begun if it was planned: ratings begin it, as in the session's own form. */
function begun({ sessions, drafts }: Records, full: FullSession, savedAt: string): FullSession {
  const { session, revision, responses, events } = full
  if (session.status !== 'planned') return full
  const log = {
    session: { ...session, status: 'begun' as const },
    responses: [...responses],
    events: [...events],
    ruptureNote: full.ruptureNote,
  }
  sessions.putTherapistPart(log, revision + 1, savedAt)
  drafts.carryTo(session.id, revision, revision + 1)
  return { ...full, session: log.session, revision: revision + 1, savedAt }
}

/** The client's forms with those entered in the places of earlier ones, and new ones after them. The first one has the comment. */
function together(earlier: readonly Response[], entered: readonly Response[], comment: string): Response[] {
  const ofForm = ({ instrumentId }: Response) => entered.find((form) => form.instrumentId === instrumentId)
  const added = entered.filter((form) =>
    earlier.every(({ instrumentId }) => instrumentId !== form.instrumentId),
  )
  return [...earlier.map((response) => ofForm(response) ?? response), ...added].map((response, index) => ({
    ...response,
    comment: index === 0 ? comment : '',
  }))
}

function commentOf(responses: readonly Response[]): string {
  return responses.find(({ comment }) => comment !== '')?.comment ?? ''
}

const isOfEmotions = ({ instrumentId, answers }: Response): boolean =>
  instrumentId === ownInstruments.emotionsClient && hasValue(answers)

const isGuess = ({ instrumentId }: Response): boolean => instrumentId === ownInstruments.emotionsGuess

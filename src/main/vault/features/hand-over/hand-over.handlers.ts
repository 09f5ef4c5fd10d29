import { randomUUID } from 'node:crypto'
import type { Handlers } from '#shared/contract/contract.ts'
import type { HandOverAnswers } from '#shared/contract/operations/hand-over.ts'
import { bothViewsOf, type BothViews, type SeenTogether } from '#shared/overview/seen-together.ts'
import { AppError } from '#shared/contract/result.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { hasValue, onlyAnswered } from '#shared/instruments/response.ts'
import { isOpenRisk } from '#shared/risk/risk.ts'
import type { Response } from '#shared/records/session-log.ts'
import { responseIdSchema, type SessionId } from '#shared/records/ids.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { visibleResponses } from '../../records/sessions/visible-session.ts'
import { change } from '../../database/change.ts'
import { checkResponse } from '../../records/instruments/check-responses.ts'
import type { InstrumentLibrary } from '../../records/instruments/instrument-library.ts'
import type { ReturnPin } from './return-pin.ts'
import type { HandedOverVersions } from '../../records/sessions/draft.repository.ts'
import { completedAnswers, keepEarlierAnswers, occasionOf } from '../../records/sessions/client-answers.ts'
import type { FullSession } from '../../records/sessions/session.repository.ts'
import { isCancelledInTime, isMissed } from '#shared/records/session.ts'
import { isAhead } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'

/** The client has a form. */
interface RunningForm {
  readonly kind: 'form'
  readonly sessionId: SessionId
  readonly forms: readonly Instrument[]
  isFinished: boolean
}

/** Client and therapist look at both views of a session. */
interface RunningTogether {
  readonly kind: 'together'
  readonly sessionId: SessionId
  readonly views: readonly BothViews[]
  answer: SeenTogether['answer']
}

interface HandedOver {
  readonly sessionId: string
  readonly forms: readonly Instrument[]
  readonly given: HandOverAnswers
}

interface HandOverParts extends Records {
  readonly auditLog: Pick<AuditLog, 'change' | 'note'>
  readonly pin: ReturnPin
  readonly matches: (passphrase: Uint8Array) => Promise<boolean>
  readonly setHandOver: (isHandedOver: boolean) => void
}

/** Handlers of the hand-over. While it runs, only these operations are served. */
export function createHandOverHandlers(parts: HandOverParts): Handlers<'vault'>['handOver'] {
  const { context, sessions, drafts, instruments } = parts
  let running: RunningForm | RunningTogether | null = null

  const current = (): RunningForm | RunningTogether => {
    if (!running) throw new AppError('not-available')
    return running
  }

  const form = (): RunningForm => {
    const found = current()
    if (found.kind !== 'form') throw new AppError('not-available')
    return found
  }

  const begin = (next: RunningForm | RunningTogether): void => {
    running = next
    parts.pin.begin()
    parts.setHandOver(true)
  }

  const putAnswers = ({ sessionId, forms, given }: HandedOver) =>
    drafts.putHandOver(sessionId, {
      ...given,
      versions: Object.fromEntries(forms.map(({ id, version }) => [id, version])),
      updatedAt: context.now().toISOString(),
    })

  const answersOf = (sessionId: string): HandOverAnswers =>
    drafts.listHandOvers().find((draft) => draft.sessionId === sessionId)?.answers ?? {
      answers: {},
      comment: '',
    }

  return {
    begin: ({ sessionId }) => {
      const found = sessions.get(sessionId)
      if (!found) throw new AppError('not-found')
      if (isAhead(context, found.session)) throw new AppError('rated-in-future')
      if (isMissed(found.session.status) || isCancelledInTime(found.session.status))
        throw new AppError('status-not-possible')
      const forms = parts.clientForms.formsOf(found.session.clientId)
      change(context.db, () => {
        const hasGuess = found.responses.some(
          ({ instrumentId }) => instrumentId === ownInstruments.emotionsGuess,
        )
        if (hasGuess && found.session.guess === 'open') sessions.setGuess(sessionId, 'sealed')
        // Starts empty, because earlier answers could reveal the emotions that the therapist has yet to guess.
        putAnswers({ sessionId, forms, given: { answers: {}, comment: '' } })
      })
      begin({ kind: 'form', sessionId, forms, isFinished: false })
    },
    beginTogether: ({ sessionId }) => {
      const found = sessions.get(sessionId)
      if (!found) throw new AppError('not-found')
      if (parts.riskPath.ofSession(sessionId).some(({ acknowledged }) => acknowledged === null))
        throw new AppError('risk-not-acknowledged')
      const views = bothViewsOf({ responses: [...visibleResponses(found)] }, (id, version) =>
        version === undefined ? null : instruments.find(id, version),
      )
      if (views.length === 0) throw new AppError('status-not-possible')
      begin({ kind: 'together', sessionId, views, answer: null })
    },
    together: () => {
      const found = current()
      if (found.kind !== 'together') return null
      return { answer: found.answer, views: found.answer === 'yes' ? [...found.views] : [] }
    },
    agree: ({ agrees }) => {
      const found = current()
      if (found.kind !== 'together') throw new AppError('not-available')
      if (found.answer !== null) return
      const { sessionId } = found
      const clientId = sessions.get(sessionId)?.session.clientId ?? null
      found.answer = agrees ? 'yes' : 'no'
      if (agrees) parts.auditLog.note({ kind: 'seen-together', sessionId, clientId })
    },
    form: () => {
      const { sessionId, forms, isFinished } = form()
      // Once finished, a person holding the computer must not see the answers.
      const given = isFinished ? { answers: {}, comment: '' } : answersOf(sessionId)
      return { instruments: [...forms], ...given, isFinished }
    },
    saveAnswers: (given) => {
      const handOver = form()
      if (handOver.isFinished) throw new AppError('not-available')
      change(context.db, () => {
        checkGiven(instruments, handOver.forms, given)
        putAnswers({ ...handOver, given })
      })
    },
    finish: ({ stopped }) => {
      const handOver = form()
      if (handOver.isFinished) return
      const { sessionId, forms } = handOver
      const given = answersOf(sessionId)
      change(context.db, () => keepAsResponses(parts, { sessionId, forms, given }, stopped))
      handOver.isFinished = true
    },
    return: async (proof) => {
      const handOver = current()
      const { sessionId } = handOver
      if ('pin' in proof) await parts.pin.check(proof.pin)
      else if (!(await parts.matches(proof.passphrase))) throw new AppError('wrong-passphrase')
      // Another return may have finished first, and the next hand-over may already be running.
      if (running !== handOver) throw new AppError('not-available')
      parts.auditLog.change(
        () => keepUnfinishedHandOvers(parts),
        () => [{ kind: 'hand-over-returned', sessionId }],
      )
      running = null
      parts.setHandOver(false)
      const hasRisk = parts.riskPath.ofSession(sessionId).some(isOpenRisk)
      return {
        sessionId,
        hasRisk,
        wasSeenTogether: handOver.kind === 'together' && handOver.answer === 'yes',
      }
    },
  }
}

/**
 * Stores answers of hand-overs that never finished (a lock, a crash) as responses; other items are marked as stopped.
 */
export function keepUnfinishedHandOvers(records: Records): void {
  const unfinished = records.drafts.listHandOvers()
  if (unfinished.length === 0) return
  change(records.context.db, () => {
    for (const { sessionId, answers, versions } of unfinished)
      keepAsResponses(
        records,
        { sessionId, given: answers, forms: formsHandedOver(records, sessionId, versions) },
        true,
      )
  })
}

/** The client's forms in the versions that were handed over: an update may have brought later ones meanwhile. */
function formsHandedOver(
  { sessions, clientForms, instruments }: Records,
  sessionId: string,
  versions: HandedOverVersions,
): Instrument[] {
  const clientId = sessions.get(sessionId)?.session.clientId
  const forms = clientId === undefined ? [] : clientForms.formsOf(clientId)
  return forms.map((form) => instruments.find(form.id, versions[form.id] ?? form.version) ?? form)
}

function checkGiven(library: InstrumentLibrary, forms: readonly Instrument[], given: HandOverAnswers): void {
  for (const [instrumentId, answers] of Object.entries(given.answers)) {
    const form = forms.find(({ id }) => id === instrumentId)
    if (!form) throw new AppError('not-found', [`answers.${instrumentId}`])
    checkResponse(
      library,
      { instrumentId, instrumentVersion: form.version, answers },
      `answers.${instrumentId}`,
    )
  }
}

function keepAsResponses(records: Records, { sessionId, forms, given }: HandedOver, stopped: boolean): void {
  const { sessions, drafts, context, instruments, riskPath } = records
  const isAnything = given.comment !== '' || Object.values(given.answers).some(hasValue)
  const full = sessions.get(sessionId)
  if (full && (isAnything || !stopped)) {
    const recordedAt = context.now().toISOString()
    const responses = withEarlier(full, forms, given, { stopped, recordedAt })
    for (const form of forms) instruments.keep(form)
    if (full.responses.some(({ rater, answers }) => rater === 'client' && hasValue(answers)))
      keepEarlierAnswers(records, full, recordedAt)
    sessions.putClientResponses(sessionId, responses)
    riskPath.open(full.session, responses)
  }
  drafts.discardHandOver(sessionId)
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

import type { AuditEvent } from '#shared/audit/audit-entry.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { HandOverAnswers, HandOverForm } from '#shared/contract/operations/hand-over.ts'
import { bothViewsOf, type BothViews, type SeenTogether } from '#shared/overview/seen-together.ts'
import { AppError } from '#shared/contract/result.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { isOpenRisk } from '#shared/risk/risk.ts'
import type { SessionId } from '#shared/records/ids.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { visibleResponses } from '../../records/sessions/visible-session.ts'
import { change } from '../../database/change.ts'
import { checkResponse } from '../../records/instruments/check-responses.ts'
import type { InstrumentLibrary } from '../../records/instruments/instrument-library.ts'
import { keepAsResponses, type HandedOver } from './keep-as-responses.ts'
import { checkDeclined, formsToDecline } from './decline-forms.ts'
import { formsToGive } from './forms-to-give.ts'
import { askedOwnWords, checkOwnRatings } from './own-ratings.ts'
import type { ReturnPin } from './return-pin.ts'
import type { HandedOverVersions } from '../../records/sessions/draft.repository.ts'
import { isCancelledInTime, isMissed } from '#shared/records/session.ts'
import { isAhead } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'

/** The client has a form. */
interface RunningForm {
  readonly kind: 'form'
  readonly sessionId: SessionId
  readonly forms: readonly Instrument[]
  readonly ownWords: HandOverForm['ownWords']
  readonly canDecline: HandOverForm['canDecline']
  isFinished: boolean
}

/** Client and therapist look at both views of a session. */
interface RunningTogether {
  readonly kind: 'together'
  readonly sessionId: SessionId
  readonly views: readonly BothViews[]
  answer: SeenTogether['answer']
}

const nothingGiven: HandOverAnswers = { answers: {}, comment: '', ownRatings: {}, declined: [] }

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
    drafts.listHandOvers().find((draft) => draft.sessionId === sessionId)?.answers ?? nothingGiven

  return {
    begin: ({ sessionId, instrumentIds }) => {
      const found = sessions.get(sessionId)
      if (!found) throw new AppError('not-found')
      if (isAhead(context, found.session)) throw new AppError('rated-in-future')
      if (isMissed(found.session.status) || isCancelledInTime(found.session.status))
        throw new AppError('status-not-possible')
      const forms = formsToGive(parts, found.session, instrumentIds)
      change(context.db, () => {
        const hasGuess = found.responses.some(
          ({ instrumentId }) => instrumentId === ownInstruments.emotionsGuess,
        )
        if (hasGuess && found.session.guess === 'open') sessions.setGuess(sessionId, 'sealed')
        // Starts empty, because earlier answers could reveal the emotions that the therapist has yet to guess.
        putAnswers({ sessionId, forms, given: nothingGiven })
      })
      const ownWords = askedOwnWords(parts, found.session.clientId)
      const canDecline = formsToDecline(parts, found.session.clientId, forms)
      begin({ kind: 'form', sessionId, forms, ownWords, canDecline, isFinished: false })
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
      const { sessionId, forms, ownWords, canDecline, isFinished } = form()
      // Once finished, a person holding the computer must not see the answers.
      const given = isFinished ? nothingGiven : answersOf(sessionId)
      return { instruments: [...forms], ownWords, canDecline, ...given, isFinished }
    },
    saveAnswers: (given) => {
      const handOver = form()
      if (handOver.isFinished) throw new AppError('not-available')
      change(context.db, () => {
        checkGiven(instruments, handOver.forms, given)
        checkOwnRatings(handOver.ownWords, given)
        checkDeclined(handOver.canDecline, given)
        putAnswers({ ...handOver, given })
      })
    },
    finish: ({ stopped }) => {
      const handOver = form()
      if (handOver.isFinished) return
      const { sessionId, forms } = handOver
      const given = answersOf(sessionId)
      change(context.db, () => void keepAsResponses(parts, { sessionId, forms, given }, stopped))
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
        (kept) => [...kept, { kind: 'hand-over-returned', sessionId }],
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
 * Stores answers of hand-overs that never finished (a return, a lock, a crash) as responses; other items are marked as
 * stopped. Returns what was kept, for the audit log.
 */
export function keepUnfinishedHandOvers(records: Records): AuditEvent[] {
  const unfinished = records.drafts.listHandOvers()
  if (unfinished.length === 0) return []
  return change(records.context.db, () =>
    unfinished.flatMap(({ sessionId, answers, versions }) =>
      keepAsResponses(
        records,
        { sessionId, given: answers, forms: formsHandedOver(records, sessionId, versions) },
        true,
      ),
    ),
  )
}

/** The client's forms in the versions that were handed over: an update may have brought later ones meanwhile. */
function formsHandedOver(
  { sessions, clientForms, instruments }: Records,
  sessionId: string,
  versions: HandedOverVersions,
): Instrument[] {
  const clientId = sessions.get(sessionId)?.session.clientId
  const all = clientId === undefined ? [] : clientForms.formsOf(clientId)
  // A hand-over from before the versions were kept had all of the client's forms.
  const isOfAll = Object.keys(versions).length === 0
  const forms = isOfAll ? all : all.filter(({ id }) => Object.hasOwn(versions, id))
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

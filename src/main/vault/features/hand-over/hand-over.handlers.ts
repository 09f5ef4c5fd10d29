import { randomUUID } from 'node:crypto'
import type { Handlers } from '#shared/contract/contract.ts'
import type { HandOverAnswers } from '#shared/contract/operations/hand-over.ts'
import { AppError } from '#shared/contract/outcome.ts'
import type { Instrument } from '#shared/measures/instrument.ts'
import type { Answers } from '#shared/measures/response.ts'
import { emotionsGuessInstrument, type Response } from '#shared/sessions/session-log.ts'
import { responseIdSchema, type SessionId } from '#shared/sessions/ids.ts'
import { change } from '../../database/change.ts'
import type { DraftRepository } from '../drafts/draft.repository.ts'
import { checkResponse } from '../instruments/check-responses.ts'
import type { InstrumentLibrary } from '../instruments/instrument-library.ts'
import type { SessionRepository } from '../sessions/session.repository.ts'
import { todayIn, type VaultContext } from '../vault-context.ts'

/** The forms a client is given after a session, in the order they are asked. */
const clientForms = ['attune-alliance-client', 'attune-session-experience', 'attune-emotions-client']

interface Running {
  readonly sessionId: SessionId
  isFinished: boolean
}

export interface HandOverParts {
  readonly context: VaultContext
  readonly sessions: SessionRepository
  readonly drafts: DraftRepository
  readonly instruments: InstrumentLibrary
  readonly matches: (passphrase: string) => Promise<boolean>
  readonly setHandOver: (isHandedOver: boolean) => void
}

/** The hand-over: while it runs, nothing but these operations is served. */
export function createHandOverHandlers(parts: HandOverParts): Handlers<'vault'>['handOver'] {
  const { context, sessions, drafts, instruments } = parts
  let running: Running | null = null

  const current = (): Running => {
    if (!running) throw new AppError('not-available')
    return running
  }

  const forms = (): Instrument[] =>
    clientForms.map((id) => instruments.newest(id)).filter((instrument) => instrument !== null)

  const answersOf = (sessionId: string): HandOverAnswers =>
    drafts.listHandOvers().find((draft) => draft.sessionId === sessionId)?.answers ?? {
      answers: {},
      comment: '',
    }

  return {
    begin: ({ sessionId }) => {
      const found = sessions.get(sessionId)
      if (!found) throw new AppError('not-found')
      if (found.session.date > todayIn(context)) throw new AppError('rated-in-future')
      change(context.db, () => {
        const hasGuess = found.responses.some(({ instrumentId }) => instrumentId === emotionsGuessInstrument)
        if (hasGuess && found.session.guess === 'open') sessions.setGuess(sessionId, 'sealed')
        // Earlier answers are not shown again: that would open what a guess has yet to be made about.
        drafts.putHandOver(sessionId, { answers: {}, comment: '' }, context.now().toISOString())
      })
      running = { sessionId, isFinished: false }
      parts.setHandOver(true)
      return undefined
    },
    form: () => {
      const { sessionId, isFinished } = current()
      // Once finished, the answers are no longer shown to whoever has the computer.
      const given = isFinished ? { answers: {}, comment: '' } : answersOf(sessionId)
      return { instruments: forms(), ...given, isFinished }
    },
    saveAnswers: (given) => {
      const { sessionId, isFinished } = current()
      if (isFinished) throw new AppError('not-available')
      change(context.db, () => {
        checkGiven(instruments, forms(), given)
        drafts.putHandOver(sessionId, given, context.now().toISOString())
      })
      return undefined
    },
    finish: ({ stopped }) => {
      const handOver = current()
      if (handOver.isFinished) return undefined
      const given = answersOf(handOver.sessionId)
      change(context.db, () => {
        keepAsResponses(parts, handOver.sessionId, forms(), given, stopped)
      })
      handOver.isFinished = true
      return undefined
    },
    return: async ({ passphrase }) => {
      const { sessionId } = current()
      if (!(await parts.matches(passphrase))) throw new AppError('wrong-passphrase')
      keepUnfinishedHandOvers(parts)
      running = null
      parts.setHandOver(false)
      return { sessionId }
    },
  }
}

/** Turns answers that were given and never finished (a lock, a crash) into responses, the rest marked as stopped. */
export function keepUnfinishedHandOvers(parts: Omit<HandOverParts, 'matches' | 'setHandOver'>): void {
  const unfinished = parts.drafts.listHandOvers()
  if (unfinished.length === 0) return
  const forms = clientForms
    .map((id) => parts.instruments.newest(id))
    .filter((instrument) => instrument !== null)
  change(parts.context.db, () => {
    for (const { sessionId, answers } of unfinished) keepAsResponses(parts, sessionId, forms, answers, true)
  })
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

function keepAsResponses(
  { sessions, drafts, context }: Pick<HandOverParts, 'sessions' | 'drafts' | 'context'>,
  sessionId: string,
  forms: readonly Instrument[],
  given: HandOverAnswers,
  stopped: boolean,
): void {
  const isAnything = given.comment !== '' || Object.values(given.answers).some(hasValue)
  if (isAnything || !stopped) {
    const recordedAt = context.now().toISOString()
    const earlier = sessions.get(sessionId)?.responses.filter(({ rater }) => rater === 'client') ?? []
    const responses = forms.map((form, index): Response => ({
      id: responseIdSchema.parse(randomUUID()),
      instrumentId: form.id,
      instrumentVersion: form.version,
      rater: 'client',
      occasion: 'after',
      answers: completed(form, { ...answered(earlier, form.id), ...answeredIn(given, form.id) }, stopped),
      words: [],
      comment: index === 0 ? given.comment || (earlier[0]?.comment ?? '') : '',
      recordedAt,
    }))
    sessions.putClientResponses(sessionId, responses)
  }
  drafts.discardHandOver(sessionId)
}

function hasValue(answers: Answers): boolean {
  return Object.values(answers).some(({ value }) => value !== null)
}

/** What the client answered when the form was in their hands before: kept unless answered anew. */
function answered(earlier: readonly Response[], instrumentId: string): Answers {
  return onlyAnswered(earlier.find((response) => response.instrumentId === instrumentId)?.answers ?? {})
}

function answeredIn(given: HandOverAnswers, instrumentId: string): Answers {
  return onlyAnswered(given.answers[instrumentId] ?? {})
}

function onlyAnswered(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, { value }]) => value !== null))
}

/** Every item of the form, with the reason where there is no answer. */
function completed(form: Instrument, given: Answers, stopped: boolean): Answers {
  const missing = { value: null, missingReason: stopped ? 'stopped' : 'skipped' } as const
  return Object.fromEntries(form.items.map(({ id }) => [id, given[id] ?? missing]))
}

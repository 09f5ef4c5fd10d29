import type { Instrument } from '#shared/instruments/instrument.ts'
import { askedItems, type Answers } from '#shared/instruments/response.ts'
import type { createDraftRepository } from './draft.repository.ts'
import type { FullSession, SessionRepository } from './session.repository.ts'
import { toVisibleSession } from './visible-session.ts'

/** The moment at which the client fills in a form that may be given at either. */
export function occasionOf(form: Pick<Instrument, 'occasion'>): 'before' | 'after' {
  return form.occasion === 'before' ? 'before' : 'after'
}

/** Every item of the form; items without an answer get the reason. Drops an answer whose question was taken back. */
export function completedAnswers(form: Instrument, given: Answers, reason: 'stopped' | 'skipped'): Answers {
  const missing = { value: null, missingReason: reason } as const
  const notAsked = { value: null, missingReason: 'not-asked' } as const
  const asked = new Set(askedItems(form.items, given))
  return Object.fromEntries(
    form.items.map((item) => [item.id, asked.has(item) ? (given[item.id] ?? missing) : notAsked]),
  )
}

/** Keeps the client's previous answers as an earlier version of the session, and moves a draft to the new one. */
export function keepEarlierAnswers(
  {
    sessions,
    drafts,
  }: {
    readonly sessions: Pick<SessionRepository, 'keepVersion' | 'raiseRevision'>
    readonly drafts: Pick<ReturnType<typeof createDraftRepository>, 'carryTo'>
  },
  full: FullSession,
  savedAt: string,
): void {
  const { session, revision } = full
  sessions.keepVersion({ ...toVisibleSession(full), responses: [...full.responses] })
  sessions.raiseRevision(session.id, revision + 1, savedAt)
  drafts.carryTo(session.id, revision, revision + 1)
}

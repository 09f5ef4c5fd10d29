import { hasValue, type Answers } from '#shared/instruments/response.ts'
import { formsAtSession, type FormsAtSession } from '#shared/overview/due-forms.ts'
import type { SessionId } from '#shared/records/ids.ts'
import type { Session } from '#shared/records/session.ts'
import type { FullSession, SessionRepository } from '../sessions/session.repository.ts'
import type { createClientForms } from './client-forms.ts'
import type { createFormPlanRepository } from './form-plan.repository.ts'

/** Decides which of a client's forms are due at a session. */
export function createFormPlans({
  plans,
  clientForms,
  sessions,
}: {
  readonly plans: ReturnType<typeof createFormPlanRepository>
  readonly clientForms: Pick<ReturnType<typeof createClientForms>, 'formsOf'>
  readonly sessions: Pick<SessionRepository, 'listOfClient'>
}) {
  const atSession = (
    clientId: string,
    { id, date, number }: Pick<Session, 'date' | 'number'> & { readonly id: SessionId | null },
  ): FormsAtSession => {
    const planned = plans.ofClient(clientId)
    // Without a plan nothing depends on the sessions.
    const stored = planned.length === 0 ? [] : sessions.listOfClient(clientId)
    const current = stored.find(({ session }) => session.id === id)
    return formsAtSession(clientForms.formsOf(clientId), planned, {
      session: { date, number, answered: current ? answeredIn(current, isAnswered) : [] },
      others: stored
        .filter((full) => full !== current)
        .map((full) => ({ ...full.session, answered: answeredIn(full, hasValue) })),
    })
  }
  return {
    ...plans,
    /** The client's forms at a session of theirs, which need not be saved yet. */
    atSession,
    /**
     * Whether the next session has a form for certain, as far as is known after this one: the client is given it and
     * doesn't decline it, and it is due then whether or not it is still answered in this session. The day of the next
     * session is not known, so a form that waits for a day counts as not due.
     */
    isSureNext: (session: Session, instrumentId: string): boolean => {
      const formOf = (at: Parameters<typeof atSession>[1]) =>
        atSession(session.clientId, at).forms.find((form) => form.instrumentId === instrumentId)
      const { date, number } = session
      const next = formOf({ id: null, date, number: number + 1 })
      const isRare = next?.plan != null && next.plan.rhythm.kind !== 'every-session'
      return next?.state.kind === 'due' && !(isRare && formOf(session)?.state.kind === 'due')
    },
  }
}

/** The forms that the client answered in a session. */
function answeredIn({ responses }: FullSession, counts: (answers: Answers) => boolean): string[] {
  return responses.flatMap(({ rater, answers, instrumentId }) =>
    rater === 'client' && counts(answers) ? [instrumentId] : [],
  )
}

/** Whether a form needs no second hand-over in its session: it has answers, and the client did not stop in it. */
function isAnswered(answers: Answers): boolean {
  return hasValue(answers) && Object.values(answers).every(({ missingReason }) => missingReason !== 'stopped')
}

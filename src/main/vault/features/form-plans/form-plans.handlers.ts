import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { usualPlan, type FormAtSession } from '#shared/overview/due-forms.ts'
import { change } from '../../database/change.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'

/** Handlers for when clients are given which form, and for the forms that they decline. */
export function createFormPlanHandlers({
  context,
  clients,
  clientForms,
  formPlans,
  sessions,
}: Pick<
  Records,
  'context' | 'clients' | 'clientForms' | 'formPlans' | 'sessions'
>): Handlers<'vault'>['formPlans'] {
  const assertThere = (clientId: string): void => {
    if (!clients.get(clientId)) throw new AppError('not-found', ['clientId'])
  }
  const givenForm = (clientId: string, instrumentId: string): Instrument => {
    assertThere(clientId)
    const form = clientForms.formsOf(clientId).find(({ id }) => id === instrumentId)
    if (!form) throw new AppError('form-not-offered', ['instrumentId'])
    return form
  }

  return {
    ofClient: ({ clientId }) => {
      assertThere(clientId)
      return formPlans.ofClient(clientId)
    },
    atSession: ({ clientId, session }) => {
      assertThere(clientId)
      return formPlans.atSession(clientId, session)
    },
    dueToday: () =>
      sessions
        .onDate(todayIn(context))
        .filter(({ status }) => status === 'planned' || status === 'begun')
        .flatMap(({ clientId, ...session }) => {
          const forms = formPlans.atSession(clientId, session).forms.filter(isRareAndDue)
          return forms.length === 0 ? [] : [{ sessionId: session.id, forms }]
        }),
    set: ({ clientId, instrumentId, plan }) =>
      change(context.db, () => {
        const form = givenForm(clientId, instrumentId)
        // The usual plan is none, so that a client whose plans are all taken back is as one who never had any.
        if (canonicalJson(plan) === canonicalJson(usualPlan(form))) formPlans.remove(clientId, instrumentId)
        else formPlans.put(clientId, instrumentId, plan)
      }),
    decline: ({ clientId, instrumentId }) =>
      change(context.db, () => {
        givenForm(clientId, instrumentId)
        formPlans.decline({ clientId }, instrumentId, todayIn(context))
      }),
    askAgain: ({ clientId, instrumentId }) =>
      change(context.db, () => {
        assertThere(clientId)
        formPlans.askAgain(clientId, instrumentId)
      }),
  }
}

/** Whether a form is due that the client is not given at every session anyway. */
function isRareAndDue({ plan, state }: FormAtSession): boolean {
  return plan !== null && plan.rhythm.kind !== 'every-session' && state.kind === 'due'
}

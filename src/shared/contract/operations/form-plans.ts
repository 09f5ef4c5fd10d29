import { z } from 'zod'
import { measureIdSchema } from '../../instruments/plain-text.ts'
import { formAtSessionSchema, formsAtSessionSchema } from '../../overview/due-forms.ts'
import { formPlanSchema, plannedFormSchema } from '../../records/form-plan.ts'
import { clientIdSchema, sessionIdSchema } from '../../records/ids.ts'
import { sessionSchema } from '../../records/session.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

const ofClient = z.strictObject({ clientId: clientIdSchema })
const ofForm = ofClient.extend({ instrumentId: measureIdSchema })

/** When clients are given which form, and the forms that they decline. */
export const formPlans = {
  /** The forms of a client that are planned or declined. */
  ofClient: vaultQuery({ input: ofClient, output: z.array(plannedFormSchema) }),
  /** The client's forms at a session, which need not be saved yet. */
  atSession: vaultQuery({
    input: ofClient.extend({ session: sessionSchema.pick({ id: true, date: true, number: true }) }),
    output: formsAtSessionSchema,
  }),
  /** What is due at today's sessions that are still to come, without the forms that every session has. */
  dueToday: vaultQuery({
    input: nothing,
    output: z.array(z.strictObject({ sessionId: sessionIdSchema, forms: z.array(formAtSessionSchema) })),
  }),
  /** Plans a form; the usual plan is kept as none. Fails with `form-not-offered` if the client isn't given the form. */
  set: vaultMutation({ input: ofForm.extend({ plan: formPlanSchema }), output: nothing }),
  /** Remembers that the client declines a form. The first time holds. */
  decline: vaultMutation({ input: ofForm, output: nothing }),
  /** Gives a declined form again. */
  askAgain: vaultMutation({ input: ofForm, output: nothing }),
}

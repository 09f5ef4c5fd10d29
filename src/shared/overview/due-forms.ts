import { parseDate } from '@internationalized/date'
import { z } from 'zod'
import type { Instrument } from '../instruments/instrument.ts'
import { measureIdSchema } from '../instruments/plain-text.ts'
import { calendarDateSchema } from '../records/calendar.ts'
import {
  declinedFormSchema,
  formPlanSchema,
  handOverMomentSchema,
  type FormPlan,
  type HandOverMoment,
  type PlannedForm,
} from '../records/form-plan.ts'
import { isCancelledInTime, isMissed, type Session } from '../records/session.ts'

/** Whether a form is due at a session, and if not, why. */
export const formStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('due') }),
  /** The client has answered it in this session. */
  z.strictObject({ kind: z.literal('answered') }),
  /** Due after this many more sessions. */
  z.strictObject({ kind: z.literal('in-sessions'), count: z.int().min(1) }),
  z.strictObject({ kind: z.literal('from-day'), day: calendarDateSchema }),
  /** Its last day has passed. */
  z.strictObject({ kind: z.literal('over'), lastDay: calendarDateSchema }),
  z.strictObject({ kind: z.literal('declined'), ...declinedFormSchema.shape }),
])
export type FormState = z.output<typeof formStateSchema>

/** One of a client's forms at a session. */
export const formAtSessionSchema = z.strictObject({
  instrumentId: measureIdSchema,
  title: z.string(),
  plan: formPlanSchema.nullable(),
  /** When in the session it is given; null for both, which it is as long as the client has no plan. */
  moment: handOverMomentSchema.nullable(),
  state: formStateSchema,
})
export type FormAtSession = z.output<typeof formAtSessionSchema>

/** The forms of a client at a session, in the order in which they are given. */
export const formsAtSessionSchema = z.strictObject({
  /** Whether any of them is planned or declined. If not, the client is given all of them. */
  isPlanned: z.boolean(),
  forms: z.array(formAtSessionSchema),
})
export type FormsAtSession = z.output<typeof formsAtSessionSchema>

/** A session with the forms that the client answered in it. */
export interface AnsweredSession extends Pick<Session, 'date' | 'number' | 'status'> {
  readonly answered: readonly string[]
}

/** The session of the hand-over. `answered` has the forms that the client answered to the end. */
export type SessionInHand = Pick<AnsweredSession, 'date' | 'number' | 'answered'>

/**
 * Whether a planned form is due at a session. It is at once if the client never answered it, and otherwise as long after
 * the last session with answers as the plan says, so that answers that came early count. Sessions that were missed or
 * cancelled count for nothing, and planned ones only if they have answers.
 */
export function stateOfPlan(
  { rhythm, lastDay }: FormPlan,
  instrumentId: string,
  { session, others }: { readonly session: SessionInHand; readonly others: readonly AnsweredSession[] },
): FormState {
  if (session.answered.includes(instrumentId)) return { kind: 'answered' }
  if (lastDay !== null && session.date > lastDay) return { kind: 'over', lastDay }
  const earlier = others.filter((other) => tookPlace(other) && isBefore(other, session)).toSorted(byTime)
  const last = earlier.findLastIndex(({ answered }) => answered.includes(instrumentId))
  const lastAnswered = earlier[last]
  if (lastAnswered === undefined || rhythm.kind === 'every-session') return { kind: 'due' }
  if (rhythm.kind === 'every-nth') {
    const count = rhythm.n - (earlier.length - last)
    return count <= 0 ? { kind: 'due' } : { kind: 'in-sessions', count }
  }
  const day = monthAfter(lastAnswered.date)
  return session.date >= day ? { kind: 'due' } : { kind: 'from-day', day }
}

/** The same day of the next month, or that month's last day if it has no such day. */
export function monthAfter(date: string): string {
  return parseDate(date).add({ months: 1 }).toString()
}

/** When a form without a plan is given: at every session, at the moment that its questionnaire says. */
export function usualPlan({ occasion }: Pick<Instrument, 'occasion'>): FormPlan {
  const moment = occasion === 'before' ? 'beginning' : 'after'
  return { rhythm: { kind: 'every-session' }, moment, lastDay: null }
}

/**
 * The state of each of a client's forms at a session. With a plan for any of them, each has its own or the usual one. With
 * none, every form is due that the client doesn't decline; if they decline one, the others are so until they are answered.
 */
export function formsAtSession(
  forms: readonly Pick<Instrument, 'id' | 'title' | 'occasion'>[],
  planned: readonly PlannedForm[],
  at: { readonly session: SessionInHand; readonly others: readonly AnsweredSession[] },
): FormsAtSession {
  const found = forms.map((form) => {
    const { plan = null, declined = null } =
      planned.find(({ instrumentId }) => instrumentId === form.id) ?? {}
    return { form, plan, declined }
  })
  const hasPlan = found.some(({ plan }) => plan !== null)
  const isPlanned = hasPlan || found.some(({ declined }) => declined !== null)
  return {
    isPlanned,
    forms: found.map(({ form: { id, title, occasion }, plan, declined }): FormAtSession => {
      const current = hasPlan ? (plan ?? usualPlan({ occasion })) : null
      const state: FormState =
        declined !== null
          ? { kind: 'declined', ...declined }
          : current !== null
            ? stateOfPlan(current, id, at)
            : { kind: isPlanned && at.session.answered.includes(id) ? 'answered' : 'due' }
      return { instrumentId: id, title, plan, moment: current?.moment ?? null, state }
    }),
  }
}

/** The forms that are due at a moment of a session. */
export function dueAt({ forms }: FormsAtSession, moment: HandOverMoment): FormAtSession[] {
  return forms.filter((form) => form.state.kind === 'due' && (form.moment ?? moment) === moment)
}

/** The moment of a hand-over: the beginning as long as the session isn't over and something is due then. */
export function momentOf(found: FormsAtSession, isOver: boolean): HandOverMoment {
  return !isOver && found.forms.some(({ moment, state }) => moment === 'beginning' && state.kind === 'due')
    ? 'beginning'
    : 'after'
}

function tookPlace({ status, answered }: AnsweredSession): boolean {
  if (isMissed(status) || isCancelledInTime(status)) return false
  return status !== 'planned' || answered.length > 0
}

type Placed = Pick<AnsweredSession, 'date' | 'number'>

function byTime(one: Placed, other: Placed): number {
  return one.date === other.date ? one.number - other.number : one.date < other.date ? -1 : 1
}

const isBefore = (one: Placed, other: Placed): boolean => byTime(one, other) < 0

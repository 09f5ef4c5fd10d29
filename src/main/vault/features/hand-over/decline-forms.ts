import type { HandOverAnswers, HandOverForm } from '#shared/contract/operations/hand-over.ts'
import { AppError } from '#shared/contract/result.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { Session } from '#shared/records/session.ts'
import { todayIn } from '../../database/vault-context.ts'
import { isUsualForm } from '../../records/clients/client-forms.ts'
import type { Records } from '../../records/records.ts'

/**
 * The forms that the client can decline in the form itself: all but the short ones that every client is usually given, and
 * of those the planned ones.
 */
export function formsToDecline(
  { formPlans }: Pick<Records, 'formPlans'>,
  clientId: string,
  forms: readonly Instrument[],
): HandOverForm['canDecline'] {
  const planned = formPlans.ofClient(clientId)
  const isPlanned = (id: string) =>
    planned.some(({ instrumentId, plan }) => instrumentId === id && plan !== null)
  return forms.map(({ id }) => id).filter((id) => !isUsualForm(id) || isPlanned(id))
}

/** Throws `not-found` for a form that the client can't decline. */
export function checkDeclined(canDecline: readonly string[], { declined }: HandOverAnswers): void {
  for (const id of declined) if (!canDecline.includes(id)) throw new AppError('not-found', [`declined.${id}`])
}

/** Remembers the forms that the client declined in a session, inside the caller's transaction. Returns whether any is new. */
export function keepDeclined(
  { formPlans, context }: Pick<Records, 'formPlans' | 'context'>,
  { id: sessionId, clientId }: Pick<Session, 'id' | 'clientId'>,
  { declined }: HandOverAnswers,
): boolean {
  const on = todayIn(context)
  const fresh = declined.filter((id) => formPlans.decline({ clientId, sessionId }, id, on))
  return fresh.length > 0
}

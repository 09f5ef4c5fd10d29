import type { HandOverAnswers, HandOverForm } from '#shared/contract/operations/hand-over.ts'
import { AppError } from '#shared/contract/result.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'

/** The forms that the client can decline in the form itself: those that are planned, so that they will come again. */
export function formsToDecline(
  { formPlans }: Pick<Records, 'formPlans'>,
  clientId: string,
  forms: readonly Instrument[],
): HandOverForm['canDecline'] {
  const planned = formPlans.ofClient(clientId)
  return forms
    .map(({ id }) => id)
    .filter((id) => planned.some(({ instrumentId, plan }) => instrumentId === id && plan !== null))
}

/** Throws `not-found` for a form that the client can't decline. */
export function checkDeclined(canDecline: readonly string[], { declined }: HandOverAnswers): void {
  for (const id of declined) if (!canDecline.includes(id)) throw new AppError('not-found', [`declined.${id}`])
}

/** Remembers the forms that the client declined, inside the caller's transaction. */
export function keepDeclined(
  { formPlans, context }: Pick<Records, 'formPlans' | 'context'>,
  clientId: string,
  { declined }: HandOverAnswers,
): void {
  for (const id of declined) formPlans.decline(clientId, id, { on: todayIn(context), by: 'client' })
}

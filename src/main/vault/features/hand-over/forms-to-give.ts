import { AppError } from '#shared/contract/result.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { dueAt, momentOf } from '#shared/overview/due-forms.ts'
import type { Session } from '#shared/records/session.ts'
import type { Records } from '../../records/records.ts'

/**
 * The forms of a hand-over, in the client's order: the chosen ones; else those that are due; and if none is, all that the
 * client doesn't decline. Fails with `form-not-offered` and its places for a form that the client isn't given or
 * declines, and if none is left.
 */
export function formsToGive(
  { clientForms, formPlans }: Pick<Records, 'clientForms' | 'formPlans'>,
  session: Session,
  chosen: readonly string[] | undefined,
): Instrument[] {
  const found = formPlans.atSession(session.clientId, session)
  const open = found.forms.filter(({ state }) => state.kind !== 'declined')
  const due = dueAt(found, momentOf(found, session.status === 'held'))
  const usual = (due.length > 0 ? due : open).map(({ instrumentId }) => instrumentId)
  const places = (chosen ?? []).flatMap((id, index) =>
    open.some(({ instrumentId }) => instrumentId === id) ? [] : [`instrumentIds.${index}`],
  )
  const ids = chosen ?? usual
  if (places.length > 0 || ids.length === 0) throw new AppError('form-not-offered', places)
  return clientForms.formsOf(session.clientId).filter(({ id }) => ids.includes(id))
}

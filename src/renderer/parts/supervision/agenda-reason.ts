import type { TFunction } from 'i18next'
import type { AgendaReason } from '#shared/supervision/agenda.ts'
import { reasonInWords } from '../attention/reason-words.ts'

/** What the ratings show, in a sentence with its numbers. */
export function agendaReasonInWords(reason: AgendaReason, t: TFunction): string {
  if (reason.kind !== 'gap') return reasonInWords(reason, t)
  const side = reason.difference > 0 ? 'higher' : 'lower'
  return t(`supervision.ratings.gap.${side}`, {
    count: reason.sessions,
    points: Math.abs(reason.difference),
  })
}

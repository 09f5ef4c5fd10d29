import type { TFunction } from 'i18next'
import type { AgendaReason, ListedItem } from '#shared/supervision/agenda.ts'
import { reasonInWords } from '#renderer/parts/attention/reason-words.ts'

/** What the ratings show, in a sentence with its numbers. */
export function agendaReasonInWords(reason: AgendaReason, t: TFunction): string {
  if (reason.kind !== 'gap') return reasonInWords(reason, t)
  const side = reason.difference > 0 ? 'higher' : 'lower'
  return t(`supervision.ratings.gap.${side}`, {
    count: reason.sessions,
    points: Math.abs(reason.difference),
  })
}

/** The name of an item: the client or session it is about, the prompt's title, or the line of one's own. */
export function itemName(item: ListedItem, t: TFunction): string {
  const { clientCode, sessionNumber, prompt, line } = item
  if (prompt !== null) return clientCode === null ? prompt.title : `${clientCode}: ${prompt.title}`
  if (clientCode === null) return line
  return sessionNumber === null
    ? t('supervision.ofClient', { code: clientCode })
    : t('supervision.session', { code: clientCode, number: sessionNumber })
}

/** The sentence below an item's name; null if its name says all. */
export function itemReason({ prompt, reason }: ListedItem, t: TFunction): string | null {
  if (prompt !== null) return prompt.because
  return reason === null ? null : agendaReasonInWords(reason, t)
}

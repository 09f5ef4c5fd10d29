import type { TFunction } from 'i18next'
import type { ListedItem } from '#shared/supervision/agenda.ts'
import { agendaReasonInWords } from '#renderer/parts/supervision/agenda-reason.ts'

type Named = Pick<ListedItem, 'clientCode' | 'sessionNumber' | 'line'> & {
  readonly prompt: Pick<NonNullable<ListedItem['prompt']>, 'title'> | null
}

/** The name of an item: the client or session it is about, the prompt's title, or the line of one's own. */
export function itemName(item: Named, t: TFunction): string {
  const { clientCode, sessionNumber, prompt, line } = item
  if (prompt !== null)
    return clientCode === null
      ? prompt.title
      : t('supervision.prompt', { code: clientCode, title: prompt.title })
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

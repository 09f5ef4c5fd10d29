import type { TFunction } from 'i18next'
import type { Prompt } from '#shared/prompts/prompt.ts'

/** A number that a prompt rests on, with how many ratings or sessions are behind it, unless it is their count itself. */
export function numberInWords({ label, value, n }: Prompt['numbers'][number], t: TFunction): string {
  return value === n
    ? t('prompts.numberAlone', { label, value })
    : t('prompts.number', { label, value, count: n })
}

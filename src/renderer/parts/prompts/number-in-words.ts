import type { TFunction } from 'i18next'
import type { Prompt } from '#shared/prompts/prompt.ts'

/**
 * A number that a prompt rests on, with how many ratings or sessions are behind it. One rating is the number itself, and
 * a count needs no count.
 */
export function numberInWords({ label, value, n, of }: Prompt['numbers'][number], t: TFunction): string {
  return n === 1 || value === n
    ? t('prompts.numberAlone', { label, value })
    : t(`prompts.numberOf.${of ?? 'ratings'}`, { label, value, count: n })
}

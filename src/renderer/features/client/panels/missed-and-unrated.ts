import type { TFunction } from 'i18next'
import { isMissed } from '#shared/records/session.ts'
import type { Past } from '../past-sessions.ts'

/** What the marks without a value mean, for those that these rows have. */
export function missedAndUnrated(
  { sessions }: Pick<Past, 'sessions'>,
  rows: readonly { readonly values: readonly (number | null)[] }[],
  t: TFunction,
): string[] {
  const isUnrated = (index: number) => rows.some(({ values }) => (values[index] ?? null) === null)
  return [
    ...(sessions.some(({ status }, index) => status === 'held' && isUnrated(index))
      ? [t('panels.crosses')]
      : []),
    ...(sessions.some(({ status }) => isMissed(status)) ? [t('panels.missed')] : []),
  ]
}

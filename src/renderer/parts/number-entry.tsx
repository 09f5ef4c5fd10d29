import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberField } from '#renderer/ui/number-field.tsx'

/** A number field that says in the catalogue's words when it holds another number than was typed. */
export function NumberEntry(field: Omit<ComponentProps<typeof NumberField>, 'keptInstead'>) {
  const { t } = useTranslation()
  return <NumberField {...field} keptInstead={(typed, kept) => t('ui.keptInstead', { typed, kept })} />
}

import { useTranslation } from 'react-i18next'
import type { FormAtSession } from '#shared/overview/due-forms.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'

/** Says which forms are due before the session begins, and offers the hand-over. */
export function DueAtBeginning({
  forms,
  onHandOver,
}: {
  forms: readonly FormAtSession[]
  onHandOver: () => void
}) {
  const { t } = useTranslation()
  if (forms.length === 0) return null
  return (
    <Banner
      kind="info"
      title={t('formPlans.handOver.dueAtBeginning', { forms: forms.map(({ title }) => title) })}
      actions={<Button onPress={onHandOver}>{t('formPlans.handOver.open')}</Button>}
    />
  )
}

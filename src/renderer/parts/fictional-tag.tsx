import { useTranslation } from 'react-i18next'
import { Tag } from '../ui/tag.tsx'

/** Marks a client of the fictional caseload; shows nothing for any other. */
export function FictionalTag({ isFictional }: { isFictional: boolean }) {
  const { t } = useTranslation()
  if (!isFictional) return null
  return (
    <Tag kind="sample" icon="leaf">
      {t('clients.fictional')}
    </Tag>
  )
}

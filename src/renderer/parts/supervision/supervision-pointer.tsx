import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import common from '#renderer/ui/common.module.css'

/** One quiet line with the number of items waiting for supervision and a link to them; absent if none waits. */
export function SupervisionPointer() {
  const { t } = useTranslation()
  const { items = 0, prepared = 0 } = useAsk('supervision.waiting').data ?? {}
  if (items === 0) return null
  return (
    <p className={common['note']} data-screen-only="">
      {t('supervision.pointer.waiting', { count: items, prepared })}{' '}
      <Link to="/supervision">{t('supervision.pointer.see')}</Link>
    </p>
  )
}

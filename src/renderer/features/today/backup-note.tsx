import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import common from '#renderer/ui/common.module.css'

/** One quiet line if the last backup failed; nothing if all is well or the state is unknown. */
export function BackupNote() {
  const { t } = useTranslation()
  const { data: status } = useAsk('backups.status')
  const [failure] = status?.failures ?? []
  if (!failure) return null
  return (
    <p className={common['muted']}>
      {t('backups.today.failed', { reason: t(`errors.${failure.code}.title`) })}{' '}
      <Link to="/settings/backups">{t('backups.today.open')}</Link>
    </p>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import styles from './today.module.css'

/** One quiet line while the last backup could not be made; nothing where all is well or that isn't known. */
export function BackupNote() {
  const { t } = useTranslation()
  const api = useApi()
  const { data: status } = useQuery({
    queryKey: queryKeys.backupStatus,
    queryFn: () => api.backups.status(),
  })
  const [failure] = status?.failures ?? []
  if (!failure) return null
  return (
    <p className={styles['none']}>
      {t('backups.today.failed', { reason: t(`errors.${failure.code}.title`) })}{' '}
      <Link to="/settings/backups">{t('backups.today.open')}</Link>
    </p>
  )
}

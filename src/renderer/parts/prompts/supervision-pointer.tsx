import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import styles from './prompts.module.css'

/** Says quietly how many prompts wait for supervision, and where they are; not there when none does. */
export function SupervisionPointer() {
  const { t } = useTranslation()
  const api = useApi()
  const waiting = useQuery({
    queryKey: queryKeys.forSupervision,
    queryFn: () => api.prompts.listForSupervision(),
  })
  const count = waiting.data?.length ?? 0
  if (count === 0) return null
  return (
    <p className={styles['aside']} data-screen-only="">
      {t('prompts.forSupervision', { count })}{' '}
      <Link to="/wellbeing" hash="supervision">
        {t('prompts.toSupervision')}
      </Link>
    </p>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import styles from './prompts.module.css'

/** Says quietly how many prompts wait for supervision, and where they are; not there when none does. */
export function SupervisionPointer() {
  const { t } = useTranslation()
  const waiting = useAsk('prompts.listForSupervision')
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

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import common from '#renderer/ui/common.module.css'
import styles from './prompts.module.css'

/** One quiet line with the number of prompts waiting for supervision and a link to them; absent if none waits. */
export function SupervisionPointer() {
  const { t } = useTranslation()
  const waiting = useAsk('prompts.listForSupervision')
  const count = waiting.data?.length ?? 0
  if (count === 0) return null
  return (
    <p className={joinClasses(common['note'], styles['aside'])} data-screen-only="">
      {t('prompts.forSupervision', { count })}{' '}
      <Link to="/wellbeing" hash="supervision">
        {t('prompts.toSupervision')}
      </Link>
    </p>
  )
}

import { useTranslation } from 'react-i18next'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { Card } from '#renderer/ui/card.tsx'
import { clientComment } from './client-responses.ts'
import styles from './log-session.module.css'

/** The client's comment in full, before any number; nothing if there is none. */
export function ClientWords({ stored }: { stored: StoredSessionLog }) {
  const { t } = useTranslation()
  const comment = clientComment(stored)
  if (comment === '') return null
  return (
    <Card title={t('logSession.client.comment')}>
      <blockquote className={styles['words']}>{comment}</blockquote>
    </Card>
  )
}

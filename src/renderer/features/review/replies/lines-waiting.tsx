import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import common from '#renderer/ui/common.module.css'

/** What the supervisor wants to talk about, of one supervisee or of all. Shows nothing if there is nothing. */
export function LinesWaiting({ contactId }: { contactId?: string }) {
  const { t } = useTranslation()
  const asked = useAsk('replies.lines')
  const lines = (asked.data ?? []).filter((line) => contactId === undefined || line.contactId === contactId)
  if (lines.length === 0 && asked.error === null) return null
  return (
    <Card title={t('replies.lines.all')}>
      <FailureNotice failure={asked.error} />
      <ul className={common['divided']}>
        {lines.map(({ id, clientId, pseudonym, line }) => (
          <li key={id}>
            <Link
              className={common['codeLink']}
              to="/supervision/review/clients/$receivedId"
              params={{ receivedId: clientId }}
            >
              {pseudonym}
            </Link>{' '}
            {line}
          </li>
        ))}
      </ul>
    </Card>
  )
}

import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Tag } from '#renderer/ui/tag.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './today.module.css'

/** One client's line: the code, which links to the client's page, then text and actions. */
export function TodayRow({
  client,
  tags,
  action,
  children,
}: {
  client: { clientId: string; clientCode: string; isFictional: boolean }
  tags?: ReactNode
  action?: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <p className={styles['who']}>
          <Link to="/clients/$clientId" params={{ clientId: client.clientId }}>
            {client.clientCode}
          </Link>
          {tags}
          {client.isFictional ? (
            <Tag kind="sample" icon="leaf">
              {t('today.fictional')}
            </Tag>
          ) : null}
        </p>
        <p className={common['secondary']}>{children}</p>
      </div>
      {action}
    </li>
  )
}

/** A link to a session's log. Screen readers hear which session; sighted users see it in the line. */
export function SessionLink({
  session,
  action,
}: {
  session: { sessionId: string; number: number; clientCode: string }
  action: 'log' | 'continue' | 'open'
}) {
  const { t } = useTranslation()
  return (
    <Link
      to="/log/$sessionId"
      params={{ sessionId: session.sessionId }}
      className={buttonClass()}
      aria-label={t(`today.sessions.actionFor.${action}`, {
        number: session.number,
        code: session.clientCode,
      })}
    >
      {t(`today.sessions.action.${action}`)}
    </Link>
  )
}

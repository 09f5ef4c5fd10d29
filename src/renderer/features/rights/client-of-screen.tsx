import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Client } from '#shared/records/client.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import styles from './rights.module.css'

/** A screen about one client, once that client is loaded. */
export function ClientOfScreen({
  clientId,
  children,
}: {
  clientId: string
  children: (client: Client) => ReactNode
}) {
  const { t } = useTranslation()
  const client = useAsk('clients.get', { id: clientId })
  return (
    <Loaded query={client} loading={t('rights.loading')}>
      {children}
    </Loaded>
  )
}

export function BackToClient({ client: { id, code } }: { client: Client }) {
  const { t } = useTranslation()
  return (
    <p className={styles['back']}>
      <Link to="/clients/$clientId" params={{ clientId: id }} className={buttonClass({ kind: 'quiet' })}>
        <Icon name="chevron-left" />
        {t('rights.back', { code })}
      </Link>
    </p>
  )
}

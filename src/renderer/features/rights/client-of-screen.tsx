import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Client } from '#shared/records/client.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { useClient } from './use-rights.ts'
import styles from './rights.module.css'

/** A screen about one client, once that client is there. */
export function ClientOfScreen({
  clientId,
  children,
}: {
  clientId: string
  children: (client: Client) => ReactNode
}) {
  const { t } = useTranslation()
  const client = useClient(clientId)
  if (client.isError) {
    const { title, advice } = wordsForFailure(t, client.error)
    return (
      <ErrorNotice
        title={title}
        action={<Button onPress={() => void client.refetch()}>{t('rights.tryAgain')}</Button>}
      >
        {advice}
      </ErrorNotice>
    )
  }
  if (!client.data) return <Loading label={t('rights.loading')} />
  return children(client.data)
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

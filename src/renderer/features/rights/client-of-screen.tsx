import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Client } from '#shared/records/client.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'

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
    <BackLink to="/clients/$clientId" params={{ clientId: id }}>
      {t('rights.back', { code })}
    </BackLink>
  )
}

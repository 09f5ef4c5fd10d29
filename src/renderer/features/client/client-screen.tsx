import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { ClientPage } from './client-page.tsx'

/** One client: the course of the relationship, its falls and repairs, and how the two ratings differ. */
export function ClientScreen() {
  const { t } = useTranslation()
  const { clientId } = useParams({ from: '/clients/$clientId' })
  return (
    <Loaded
      query={useAsk('clients.overview', { id: clientId })}
      loading={t('client.loading')}
      page={{ title: t('client.title') }}
      aside={
        <Link to="/clients" className={buttonClass({ kind: 'quiet' })}>
          {t('client.backToClients')}
        </Link>
      }
    >
      {(packed) => <ClientPage key={clientId} packed={packed} />}
    </Loaded>
  )
}

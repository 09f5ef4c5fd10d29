import { useState } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Erased } from '#shared/contract/operations/rights.ts'
import type { Client } from '#shared/records/client.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { BackToClient, ClientOfScreen } from './client-of-screen.tsx'
import { dayInWords } from '#renderer/lib/dates.ts'
import { EraseForm } from './erase-form.tsx'
import { ErasureExtent } from './erasure-extent.tsx'

/** Erases a client: shows what goes and what stays, asks for the code, and reports the result. */
export function EraseClientScreen() {
  const { clientId } = useParams({ from: '/clients/$clientId/erase' })
  const [erased, setErased] = useState<Erased | null>(null)
  if (erased !== null) return <ErasedPage erased={erased} />
  return (
    <ClientOfScreen clientId={clientId}>
      {(client) => <ErasePage client={client} onErased={setErased} />}
    </ClientOfScreen>
  )
}

function ErasePage({ client, onErased }: { client: Client; onErased: (erased: Erased) => void }) {
  const { t } = useTranslation()
  return (
    <Page
      title={t('rights.erase.title', { code: client.code })}
      subtitle={t('rights.erase.subtitle')}
      width="narrow"
    >
      <BackToClient client={client} />
      <ErasureExtent client={client} />
      <EraseForm client={client} onErased={onErased} />
    </Page>
  )
}

function ErasedPage({ erased }: { erased: Erased }) {
  const { t } = useTranslation()
  const { sessions, search, isRewritten, leavesBackupsOn, unknownBackups } = erased
  return (
    <Page title={t('rights.erase.done.title')} width="narrow">
      <Card>
        <p>{t('rights.erase.done.sessions', { count: sessions })}</p>
        <p>{t(`rights.erase.done.search.${search}`)}</p>
        {isRewritten ? null : <p>{t('rights.erase.done.notRewritten')}</p>}
        <p>
          {leavesBackupsOn === null
            ? t('rights.erase.done.noBackups')
            : t('rights.erase.done.backups', { date: dayInWords(leavesBackupsOn) })}
        </p>
        {unknownBackups === 0 ? null : <p>{t('rights.erase.stays.unknown', { count: unknownBackups })}</p>}
        <p>{t('rights.erase.stays.copies')}</p>
        <p>
          <Link to="/clients" activeOptions={{ exact: true }} className={buttonClass({ kind: 'primary' })}>
            {t('rights.erase.done.toClients')}
          </Link>
        </p>
      </Card>
    </Page>
  )
}

import { useState } from 'react'
import { keepPreviousData } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ExportChoice } from '#shared/contract/operations/exports.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { ChoiceCard, type ClientOption } from './choice-card.tsx'
import { PreviewCard } from './preview-card.tsx'
import { SaveCard } from './save-card.tsx'

const usual: Omit<ExportChoice, 'clientId'> = { formats: ['tables'], withWords: false, withPrivate: false }

/** Exports the ratings of all clients, or of one that is chosen here. */
export function ExportRatingsScreen() {
  return <ExportRatings clientId={null} />
}

/** Exports the ratings of the client whose page led here, unless another choice is made. */
export function ExportClientRatingsScreen() {
  const { clientId } = useParams({ from: '/clients/$clientId/ratings' })
  return <ExportRatings clientId={clientIdSchema.parse(clientId)} />
}

function ExportRatings({ clientId }: { clientId: ExportChoice['clientId'] }) {
  const { t } = useTranslation()
  const clients = useAsk('clients.list')
  return (
    <Page title={t('exports.title')} subtitle={t('exports.subtitle')} width="narrow">
      <Loaded query={clients} loading={t('exports.loading')}>
        {(listed) => (
          <ChosenRatings
            clients={listed.map(({ client: { id, code } }) => ({ id, code }))}
            startsWith={clientId}
          />
        )}
      </Loaded>
    </Page>
  )
}

function ChosenRatings({
  clients,
  startsWith,
}: {
  clients: readonly ClientOption[]
  startsWith: ExportChoice['clientId']
}) {
  const { t } = useTranslation()
  const [choice, setChoice] = useState<ExportChoice>({ ...usual, clientId: startsWith })
  const { data, error, refetch, isPlaceholderData } = useAsk('exports.preview', choice, {
    placeholderData: keepPreviousData,
  })
  const from = clients.find(({ id }) => id === startsWith)
  const isReady = data !== undefined && !isPlaceholderData && choice.formats.length > 0 && data.sessions > 0
  return (
    <>
      {from === undefined ? (
        <BackLink to="/settings">{t('exports.backToSettings')}</BackLink>
      ) : (
        <BackLink to="/clients/$clientId" params={{ clientId: from.id }}>
          {t('exports.backToClient', { code: from.code })}
        </BackLink>
      )}
      <ChoiceCard
        clients={clients}
        choice={choice}
        privateForms={data?.privateForms ?? 0}
        onChange={(change) => setChoice({ ...choice, ...change })}
      />
      <FailureNotice failure={error} onRetry={() => void refetch()} />
      {data === undefined ? (
        error === null && <Loading label={t('exports.preview.counting')} />
      ) : (
        <PreviewCard preview={data} hasFormat={choice.formats.length > 0} />
      )}
      <SaveCard choice={choice} isReady={isReady} />
    </>
  )
}

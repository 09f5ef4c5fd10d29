import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { ClientPage } from './client-page.tsx'

/** One client: how the relationship goes, where it fell and mended, what the two missed about each other. */
export function ClientScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const { clientId } = useParams({ from: '/clients/$clientId' })
  const overview = useQuery({
    queryKey: queryKeys.overview(clientId),
    queryFn: () => api.clients.overview({ id: clientId }),
  })
  if (overview.isPending) return <Loading label={t('client.loading')} />
  if (overview.isError) {
    const { title, advice } = wordsForFailure(t, overview.error)
    return (
      <Page title={t('client.title')}>
        <ErrorNotice
          title={title}
          action={
            <Stack direction="row" gap={8}>
              <Button onPress={() => void overview.refetch()}>{t('client.tryAgain')}</Button>
              <Link to="/clients" className={buttonClass({ kind: 'quiet' })}>
                {t('client.backToClients')}
              </Link>
            </Stack>
          }
        >
          {advice}
        </ErrorNotice>
      </Page>
    )
  }
  return <ClientPage key={clientId} overview={overview.data} />
}

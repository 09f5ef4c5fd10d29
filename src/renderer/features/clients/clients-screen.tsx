import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { ClientList } from './client-list.tsx'

/** Every client, to be found by code, therapy or status. */
export function ClientsScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const list = useQuery({ queryKey: queryKeys.clients, queryFn: () => api.clients.list() })
  return (
    <Page title={t('clients.title')} actions={list.data?.length === 0 ? null : <NewClientLink />}>
      {list.isPending ? <Loading label={t('clients.loading')} /> : null}
      {list.isError ? (
        <ErrorNotice
          title={wordsForFailure(t, list.error).title}
          action={<Button onPress={() => void list.refetch()}>{t('clients.tryAgain')}</Button>}
        >
          {wordsForFailure(t, list.error).advice}
        </ErrorNotice>
      ) : null}
      {list.data?.length === 0 ? (
        <EmptyState action={<NewClientLink />}>{t('clients.empty')}</EmptyState>
      ) : null}
      {list.data && list.data.length > 0 ? <ClientList items={list.data} /> : null}
    </Page>
  )
}

function NewClientLink() {
  const { t } = useTranslation()
  return (
    <Link to="/clients/new" className={buttonClass({ kind: 'primary' })}>
      <Icon name="plus" />
      {t('clients.newClient')}
    </Link>
  )
}

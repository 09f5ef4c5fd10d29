import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { ClientList } from './client-list.tsx'

/** Lists every client, with a search by code and therapy and a filter by status. */
export function ClientsScreen() {
  const { t } = useTranslation()
  const list = useAsk('clients.list')
  return (
    <Page title={t('clients.title')} actions={list.data?.length === 0 ? null : <NewClientLink />}>
      <Loaded query={list} loading={t('clients.loading')}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState action={<NewClientLink />}>{t('clients.empty')}</EmptyState>
          ) : (
            <ClientList items={items} />
          )
        }
      </Loaded>
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

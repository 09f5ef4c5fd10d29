import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Client } from '#shared/records/client.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { ClientFormsCard } from './client-forms-card.tsx'
import { ClientForm } from './client-form.tsx'
import { ClientRightsCard } from './client-rights-card.tsx'
import { useClientSaved } from './use-client-saved.ts'

/** Changes what was entered about a client. */
export function EditClientScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const { clientId } = useParams({ from: '/clients/$clientId/edit' })
  const client = useQuery({
    queryKey: queryKeys.client(clientId),
    queryFn: () => api.clients.get({ id: clientId }),
  })
  if (client.isPending) return <Loading label={t('clients.loading')} />
  if (client.isError) {
    const { title, advice } = wordsForFailure(t, client.error)
    return (
      <Page title={t('clients.title')} width="narrow">
        <ErrorNotice
          title={title}
          action={<Button onPress={() => void client.refetch()}>{t('clients.tryAgain')}</Button>}
        >
          {advice}
        </ErrorNotice>
      </Page>
    )
  }
  return (
    // A newer revision starts the form anew: only after a conflict, and at the person's own wish.
    <EditClient key={client.data.revision} client={client.data} onReload={() => void client.refetch()} />
  )
}

function EditClient({ client, onReload }: { client: Client; onReload: () => void }) {
  const { t } = useTranslation()
  const api = useApi()
  const navigate = useNavigate()
  const onSaved = useClientSaved()
  const { id, code, status, startedOn, therapyType, notes, revision } = client
  return (
    <Page title={t('clients.form.editTitle', { code })} width="narrow">
      <ClientForm
        start={{ id, code, status, startedOn, therapyType, notes }}
        submitLabel={t('clients.form.save')}
        onSave={(entry) => api.clients.update({ entry, expectedRevision: revision })}
        onSaved={onSaved}
        onCancel={() => void navigate({ to: '/clients/$clientId', params: { clientId: id } })}
        onReload={onReload}
      />
      <ClientFormsCard clientId={id} />
      <ClientRightsCard client={client} />
    </Page>
  )
}

import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Client, ClientEntry } from '#shared/records/client.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { ClientFormsCard } from './client-forms-card.tsx'
import { ClientForm } from './client-form.tsx'
import { ClientRightsCard } from './client-rights-card.tsx'
import { useClientSaved } from './use-client-saved.ts'

/** Edits the data of a client. */
export function EditClientScreen() {
  const { t } = useTranslation()
  const { clientId } = useParams({ from: '/clients/$clientId/edit' })
  const client = useAsk('clients.get', { id: clientId })
  return (
    <Loaded
      query={client}
      loading={t('clients.loading')}
      page={{ title: t('clients.title'), width: 'narrow' }}
    >
      {(found) => (
        // A newer revision resets the form, but only after a conflict and at the user's request.
        <EditClient key={found.revision} client={found} onReload={() => void client.refetch()} />
      )}
    </Loaded>
  )
}

function EditClient({ client, onReload }: { client: Client; onReload: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id, code, status, startedOn, therapyType, notes, revision } = client
  const saving = useChangeBy(
    'clients.update',
    (save, entry: ClientEntry) => save({ entry, expectedRevision: revision }),
    { onSuccess: useClientSaved() },
  )
  return (
    <Page title={t('clients.form.editTitle', { code })} width="narrow">
      <ClientForm
        start={{ id, code, status, startedOn, therapyType, notes }}
        submitLabel={t('clients.form.save')}
        saving={saving}
        onCancel={() => void navigate({ to: '/clients/$clientId', params: { clientId: id } })}
        onReload={onReload}
      />
      <ClientFormsCard clientId={id} />
      <ClientRightsCard client={client} />
    </Page>
  )
}

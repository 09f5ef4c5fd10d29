import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClientEntry } from '#shared/records/client.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { todayHere } from '#renderer/lib/dates.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { NothingCanBeSaved } from '#renderer/parts/nothing-can-be-saved.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { ClientForm, clientDraftSchema, type ClientDraft } from './client-form.tsx'
import { useClientSaved } from './use-client-saved.ts'

/** Makes the id once with the form, so that pressing twice adds one client. */
function blankClient(): ClientDraft {
  return {
    fields: {
      id: crypto.randomUUID(),
      code: '',
      status: 'active',
      startedOn: todayHere().date,
      therapyType: '',
      usualDurationMinutes: null,
      notes: '',
    },
    revision: 0,
  }
}

/** Adds a client. */
export function NewClientScreen() {
  const { t } = useTranslation()
  if (useReadOnly() !== null) return <NothingCanBeSaved title={t('clients.form.newTitle')} />
  return (
    <Page title={t('clients.form.newTitle')} width="narrow" takesFocus={false}>
      <Drafted form="client" subject="new" clientId={null} schema={clientDraftSchema}>
        {(draft) => <NewClientForm draft={draft} />}
      </Drafted>
    </Page>
  )
}

function NewClientForm({ draft }: { draft: FormDraft<ClientDraft> }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const saved = useClientSaved()
  const saving = useChangeBy(
    'clients.create',
    (create, { entry }: { readonly entry: ClientEntry }) => create(entry),
    {
      onSuccess: (client) => {
        draft.finish()
        saved(client)
      },
    },
  )
  const [start] = useState(blankClient)
  return (
    <ClientForm
      start={start}
      draft={draft}
      submitLabel={t('clients.form.create')}
      saving={saving}
      onCancel={() => void navigate({ to: '/clients' })}
    />
  )
}

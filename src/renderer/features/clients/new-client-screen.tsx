import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useChange } from '#renderer/lib/change.ts'
import { todayHere } from '#renderer/lib/dates.ts'
import { Page } from '#renderer/ui/page.tsx'
import { ClientForm, type ClientFields } from './client-form.tsx'
import { useClientSaved } from './use-client-saved.ts'

/** Makes the id once with the form, so that pressing twice adds one client. */
function blankClient(): ClientFields {
  return {
    id: crypto.randomUUID(),
    code: '',
    status: 'active',
    startedOn: todayHere().date,
    therapyType: '',
    notes: '',
  }
}

/** Adds a client. */
export function NewClientScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const saving = useChange('clients.create', { onSuccess: useClientSaved() })
  const [start] = useState(blankClient)
  return (
    <Page title={t('clients.form.newTitle')} width="narrow">
      <ClientForm
        start={start}
        submitLabel={t('clients.form.create')}
        saving={saving}
        onCancel={() => void navigate({ to: '/clients' })}
      />
    </Page>
  )
}

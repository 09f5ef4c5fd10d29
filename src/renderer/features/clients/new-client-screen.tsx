import { useState } from 'react'
import { getLocalTimeZone, today } from '@internationalized/date'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { Page } from '#renderer/ui/page.tsx'
import { ClientForm, type ClientFields } from './client-form.tsx'
import { useClientSaved } from './use-client-saved.ts'

/** The id is made once with the form, so that pressing twice adds one client. */
function blankClient(): ClientFields {
  return {
    id: crypto.randomUUID(),
    code: '',
    status: 'active',
    startedOn: today(getLocalTimeZone()).toString(),
    therapyType: '',
    notes: '',
  }
}

/** Adds a client. */
export function NewClientScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const navigate = useNavigate()
  const onSaved = useClientSaved()
  const [start] = useState(blankClient)
  return (
    <Page title={t('clients.form.newTitle')} width="narrow">
      <ClientForm
        start={start}
        submitLabel={t('clients.form.create')}
        onSave={(entry) => api.clients.create(entry)}
        onSaved={onSaved}
        onCancel={() => void navigate({ to: '/clients' })}
      />
    </Page>
  )
}

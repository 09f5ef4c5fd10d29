import { useState } from 'react'
import { useNavigate, useParams, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { mostClientForms } from '#shared/contract/operations/clients.ts'
import { needsRiskPath, type Instrument } from '#shared/instruments/instrument.ts'
import type { Client, ClientEntry } from '#shared/records/client.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { useAsk, question } from '#renderer/lib/ask.ts'
import { useChangeBy, useChange } from '#renderer/lib/change.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { ConsentCard } from '#renderer/parts/sharing/consent-card.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { ClientForm, clientDraftSchema, type ClientDraft } from './client-form.tsx'
import { FormPlansCard } from './form-plans-card.tsx'
import { useClientSaved } from './use-client-saved.ts'
import common from '#renderer/ui/common.module.css'

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
  const { id, code } = client
  const isReadOnly = useReadOnly() !== null
  return (
    <Page title={t('clients.form.editTitle', { code })} width="narrow">
      {isReadOnly ? (
        <p>{t('app.nothingCanBeSaved.text')}</p>
      ) : (
        <>
          <Drafted form="client" subject={id} clientId={id} schema={clientDraftSchema}>
            {(draft) => <EditClientForm client={client} draft={draft} onReload={onReload} />}
          </Drafted>
          <ConsentCard clientId={id} />
          <ClientFormsCard clientId={id} />
          <FormPlansCard clientId={id} />
        </>
      )}
      <ClientRightsCard client={client} />
    </Page>
  )
}

function EditClientForm({
  client,
  draft,
  onReload,
}: {
  client: Client
  draft: FormDraft<ClientDraft>
  onReload: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const saved = useClientSaved()
  const { id, code, status, startedOn, therapyType, usualDurationMinutes, notes, revision } = client
  const saving = useChangeBy(
    'clients.update',
    (save, given: { readonly entry: ClientEntry; readonly expectedRevision: number }) => save(given),
    {
      onSuccess: (updated) => {
        draft.finish()
        saved(updated)
      },
    },
  )
  return (
    <ClientForm
      start={{ fields: { id, code, status, startedOn, therapyType, usualDurationMinutes, notes }, revision }}
      draft={draft}
      submitLabel={t('clients.form.save')}
      saving={saving}
      onCancel={() => void navigate({ to: '/clients/$clientId', params: { clientId: id } })}
      onReload={() => {
        draft.discard()
        onReload()
      }}
    />
  )
}

/** Links to the screens that export a client's record or ratings, and erase the record. */
function ClientRightsCard({ client: { id: clientId, code } }: { client: Client }) {
  const { t } = useTranslation()
  return (
    <Card title={t('rights.card.title')}>
      <p>{t('rights.card.about')}</p>
      <Stack direction="row" gap={12}>
        <Link to="/clients/$clientId/export" params={{ clientId }} className={buttonClass()}>
          {t('rights.card.export', { code })}
        </Link>
        <Link to="/clients/$clientId/ratings" params={{ clientId }} className={buttonClass()}>
          {t('exports.link', { code })}
        </Link>
        <Link to="/clients/$clientId/erase" params={{ clientId }} className={buttonClass()}>
          {t('rights.card.erase', { code })}
        </Link>
      </Stack>
    </Card>
  )
}

/** Chooses the forms that a client gets at a hand-over; saves each choice at once. */
function ClientFormsCard({ clientId }: { clientId: ClientId }) {
  const { t } = useTranslation()
  const { forms, chosen, choose, saving } = useClientForms(clientId)
  if (forms.isPending) return null
  if (forms.isError)
    return (
      <FailureNotice
        failure={forms.error}
        title={t('clients.forms.notLookedUp')}
        onRetry={() => void forms.refetch()}
      />
    )
  const { available } = forms.data
  const isLast = (id: string) => chosen.length === 1 && chosen[0] === id
  const isFull = chosen.length >= mostClientForms
  const asksAboutRisk = available.some((form) => chosen.includes(form.id) && needsRiskPath(form))
  return (
    <Card title={t('clients.forms.title')}>
      <p>{t('clients.forms.explanation')}</p>
      {available.map((form) => (
        <CheckBox
          key={form.id}
          label={form.title}
          description={descriptionOf(form)}
          isSelected={chosen.includes(form.id)}
          onChange={(isChosen) => choose(form.id, isChosen)}
          isDisabled={isLast(form.id) || (isFull && !chosen.includes(form.id))}
        />
      ))}
      {chosen.length === 1 ? <p className={common['muted']}>{t('clients.forms.atLeastOne')}</p> : null}
      {isFull ? (
        <p className={common['muted']}>{t('clients.forms.most', { count: mostClientForms })}</p>
      ) : null}
      {asksAboutRisk ? (
        <p>
          {t('clients.forms.riskText')} <Link to="/settings">{t('clients.forms.toSettings')}</Link>
        </p>
      ) : null}
      <p>
        <Link to="/clients/$clientId/paper" params={{ clientId }}>
          {t('paperForms.action')}
        </Link>
      </p>
      <p>
        <Link to="/clients/$clientId/paper/enter" params={{ clientId }}>
          {t('paperEntry.action')}
        </Link>
      </p>
      <FailureNotice failure={saving.error} />
      {/* Always present: screen readers skip a live region that appears together with its text. */}
      <p aria-live="polite" className={common['note']}>
        {saving.isSuccess ? t('clients.forms.kept', { count: chosen.length }) : ''}
      </p>
    </Card>
  )

  function descriptionOf(form: Instrument): string {
    return [
      form.measures,
      t('clients.forms.length', { count: form.items.length }),
      t('clients.forms.whoMayUse', { who: form.whoMayUse }),
      ...(needsRiskPath(form) ? [t('clients.forms.asksAboutRisk')] : []),
    ].join(' ')
  }
}

/** A client's forms, and a function to choose them. Choices are sent one after the other, in order. */
function useClientForms(id: ClientId) {
  // Settings can change which forms are offered, so the section reads them whenever it opens.
  const forms = useAsk('clients.forms', { id }, { refetchOnMount: 'always' })
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const queryClient = useQueryClient()
  const saving = useChange('clients.setForms', {
    scope: { id: `forms of ${id}` },
    onSuccess: (kept) => queryClient.setQueryData(question('clients.forms', { id }).queryKey, kept),
    onError: () => setWanted(null),
  })
  const chosen = wanted ?? forms.data?.instrumentIds ?? []
  const choose = (instrumentId: string, isChosen: boolean) => {
    const others = chosen.filter((known) => known !== instrumentId)
    const next = isChosen ? [...others, instrumentId] : others
    setWanted(next)
    saving.mutate({ id, instrumentIds: next })
  }
  return { forms, chosen, choose, saving }
}

import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { usualPlan } from '#shared/overview/due-forms.ts'
import type { FormPlan, PlannedForm } from '#shared/records/form-plan.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { DeclinedForm } from '#renderer/parts/forms/declined-form.tsx'
import { planInWords } from '#renderer/parts/forms/plan-in-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { FormPlanFields } from './form-plan-fields.tsx'
import common from '#renderer/ui/common.module.css'

/** When a client is given each of their forms; saves each choice at once. */
export function FormPlansCard({ clientId }: { clientId: ClientId }) {
  const { t } = useTranslation()
  const forms = useAsk('clients.forms', { id: clientId })
  const planned = useAsk('formPlans.ofClient', { clientId })
  const list = useRef<HTMLUListElement>(null)
  const found = together({ forms, planned })
  if (found.error !== null)
    return (
      <FailureNotice
        failure={found.error}
        title={t('formPlans.notLookedUp')}
        onRetry={() => void found.refetch()}
      />
    )
  if (found.data === undefined) return null
  const { instrumentIds, available } = found.data.forms
  const plans = found.data.planned
  const given = instrumentIds.flatMap((id) => available.find((form) => form.id === id) ?? [])
  return (
    <Card title={t('formPlans.title')}>
      <p>{t('formPlans.explanation')}</p>
      <ul ref={list} tabIndex={-1} className={common['divided']}>
        {given.map((form) => (
          <li key={form.id}>
            <PlannedRow
              clientId={clientId}
              form={form}
              // The pressed button is gone afterwards.
              onAskedAgain={() => list.current?.focus()}
              planned={plans.find(({ instrumentId }) => instrumentId === form.id)}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function PlannedRow({
  clientId,
  form,
  planned,
  onAskedAgain,
}: {
  clientId: ClientId
  form: Instrument
  planned: PlannedForm | undefined
  onAskedAgain: () => void
}) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const [wanted, setWanted] = useState<FormPlan | null>(null)
  const saving = useChange('formPlans.set', {
    scope: { id: `plan of ${form.id} for ${clientId}` },
    onError: () => setWanted(null),
  })
  const plan = wanted ?? planned?.plan ?? usualPlan(form)
  const save = (next: FormPlan): void => {
    setWanted(next)
    saving.mutate({ clientId, instrumentId: form.id, plan: next })
  }
  if (planned?.declined)
    return (
      <DeclinedForm
        clientId={clientId}
        instrumentId={form.id}
        title={form.title}
        declined={planned.declined}
        onAskedAgain={onAskedAgain}
      />
    )
  return (
    <Stack gap={12}>
      <Stack direction="row" gap={8} lineGap={4} align="baseline" justify="between">
        <span>{planInWords(form.title, plan, t)}</span>
        <Button kind="quiet" isExpanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'formPlans.done' : 'formPlans.change')} <VisuallyHidden>{form.title}</VisuallyHidden>
        </Button>
      </Stack>
      {isOpen ? <FormPlanFields title={form.title} plan={plan} onChange={save} /> : null}
      <FailureNotice failure={saving.error} />
      {/* Always present: screen readers skip a live region that appears together with its text. */}
      <p aria-live="polite" className={common['note']}>
        {isOpen && saving.isSuccess ? t('formPlans.form.kept') : ''}
      </p>
    </Stack>
  )
}

import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormAtSession } from '#shared/overview/due-forms.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { DeclinedForm } from '#renderer/parts/forms/declined-form.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { HandOverForms } from './use-hand-over-forms.ts'
import common from '#renderer/ui/common.module.css'

/** The forms of a hand-over: what is due is chosen, and each one that is not says why. */
export function FormsOfHandOver({ forms, clientId }: { forms: HandOverForms; clientId: ClientId }) {
  const { t } = useTranslation()
  const list = useRef<HTMLFieldSetElement>(null)
  // The pressed button is gone afterwards.
  const keepFocus = () => list.current?.focus()
  const decline = useChange('formPlans.decline', { onSuccess: keepFocus })
  if (forms.forms.length === 0) return null
  if (!forms.isChoosing)
    return (
      <div>
        <Button kind="quiet" onPress={forms.beginToChoose}>
          {t('formPlans.handOver.choose')}
        </Button>
      </div>
    )
  return (
    <fieldset ref={list} tabIndex={-1}>
      <legend className={common['note']}>{t('formPlans.handOver.forms')}</legend>
      <Stack gap={8}>
        {forms.forms.map((form) =>
          form.state.kind === 'declined' ? (
            <DeclinedForm
              key={form.instrumentId}
              clientId={clientId}
              instrumentId={form.instrumentId}
              title={form.title}
              declined={form.state}
              onAskedAgain={keepFocus}
            />
          ) : (
            <Stack key={form.instrumentId} direction="row" gap={8} lineGap={4} justify="between">
              <CheckBox
                label={form.title}
                description={forms.isPlanned ? stateInWords(form) : undefined}
                isSelected={forms.instrumentIds?.includes(form.instrumentId) ?? false}
                onChange={(isChosen) => forms.choose(form.instrumentId, isChosen)}
              />
              <Button
                kind="quiet"
                onPress={() => decline.mutate({ clientId, instrumentId: form.instrumentId })}
                isDisabled={decline.isPending}
              >
                {t('formPlans.decline')} <VisuallyHidden>{form.title}</VisuallyHidden>
              </Button>
            </Stack>
          ),
        )}
      </Stack>
      {forms.instrumentIds?.length === 0 ? <output>{t('formPlans.handOver.chooseOne')}</output> : null}
      <FailureNotice failure={decline.error} />
    </fieldset>
  )

  function stateInWords({ state, moment }: FormAtSession): string {
    switch (state.kind) {
      case 'due':
        if (moment === null || moment === forms.moment) return t('formPlans.handOver.state.due')
        return t(`formPlans.handOver.state.${moment === 'after' ? 'dueAfter' : 'dueBeginning'}`)
      case 'in-sessions':
        return t('formPlans.handOver.state.in-sessions', { count: state.count })
      case 'from-day':
        return t('formPlans.handOver.state.from-day', { date: new Date(state.day) })
      case 'over':
        return t('formPlans.handOver.state.over', { date: new Date(state.lastDay) })
      case 'answered':
      case 'declined':
        return t('formPlans.handOver.state.answered')
    }
  }
}

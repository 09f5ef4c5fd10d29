import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mostClientForms } from '#shared/contract/operations/clients.ts'
import { needsRiskPath, type Instrument } from '#shared/instruments/instrument.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import common from '#renderer/ui/common.module.css'
import { useClientForms } from './use-client-forms.ts'
import styles from './clients.module.css'

/** Chooses the forms that a client gets at a hand-over; saves each choice at once. */
export function ClientFormsCard({ clientId }: { clientId: ClientId }) {
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
      <FailureNotice failure={saving.error} />
      {/* Always present: screen readers skip a live region that appears together with its text. */}
      <p aria-live="polite" className={styles['count']}>
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

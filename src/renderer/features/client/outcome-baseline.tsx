import { useTranslation } from 'react-i18next'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import type { OutcomeStatus } from '#shared/overview/outcome-status.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import styles from './client.module.css'

const first = 'first'

/** Chooses the baseline: the first rating, or another that the therapist gives a reason for. */
export function OutcomeBaseline({ status, overview }: { status: OutcomeStatus; overview: ClientOverview }) {
  const { t } = useTranslation()
  const { client, sessions } = overview
  const choose = useChange('clients.setOutcomeBaseline')
  const ratings = sessions.flatMap(({ id, number, status: attendance }, index) => {
    const value = status.scores[index] ?? null
    return value === null || attendance === 'planned' ? [] : [{ id, number, value }]
  })
  const [start, ...others] = ratings
  if (start === undefined || others.length === 0) return null
  const { baseline } = status
  return (
    <div className={styles['baseline']} data-screen-only="">
      <SelectField
        label={t('outcome.baseline.label')}
        description={t('outcome.baseline.note')}
        placeholder={t('outcome.baseline.placeholder')}
        options={[
          {
            value: first,
            label: t('outcome.baseline.first', { session: start.number, value: start.value }),
          },
          ...others.map(({ id, number, value }) => ({
            value: id,
            label: t('outcome.baseline.session', { session: number, value }),
          })),
        ]}
        value={baseline.isChosen ? (sessions[baseline.session]?.id ?? first) : first}
        onChange={(value) =>
          choose.mutate({
            id: client.id,
            instrumentId: status.instrumentId,
            sessionId: others.find(({ id }) => id === value)?.id ?? null,
          })
        }
      />
      <FailureNotice failure={choose.error} title={t('outcome.baseline.failed')} />
    </div>
  )
}

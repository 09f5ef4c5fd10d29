import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ClientOverview } from '#shared/overview/client-overview.ts'
import type { OutcomeStatus } from '#shared/overview/outcome-status.ts'
import type { SessionId } from '#shared/records/ids.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import styles from './client.module.css'

const first = 'first'

/** Which rating later ones are compared with: the first one, or another that the therapist has a reason for. */
export function OutcomeBaseline({ status, overview }: { status: OutcomeStatus; overview: ClientOverview }) {
  const { t } = useTranslation()
  const api = useApi()
  const queryClient = useQueryClient()
  const { client, sessions } = overview
  const choose = useMutation({
    mutationFn: (sessionId: SessionId | null) =>
      api.clients.setOutcomeBaseline({ id: client.id, instrumentId: status.instrumentId, sessionId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.overview(client.id) }),
  })
  const ratings = sessions.flatMap(({ id, number, status: attendance }, index) => {
    const value = status.scores[index] ?? null
    return value === null || attendance === 'planned' ? [] : [{ id, number, value }]
  })
  const [start, ...others] = ratings
  if (start === undefined || others.length === 0) return null
  const { baseline } = status
  const failed = choose.error ? wordsForFailure(t, choose.error) : null
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
        onChange={(value) => choose.mutate(others.find(({ id }) => id === value)?.id ?? null)}
      />
      {failed ? <ErrorNotice title={t('outcome.baseline.failed')}>{failed.advice}</ErrorNotice> : null}
    </div>
  )
}

import { useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RuleParameters } from '#shared/rule-settings/rule-parameters.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useOpenClient } from '#renderer/lib/open-client.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { previewWords } from './preview-words.ts'
import styles from './rules.module.css'

/** What the numbers in the fields would say of one client, beside what is said now; nothing is saved by looking. */
export function RulePreviewCard({
  kept,
  proposed,
}: {
  kept: RuleParameters
  /** Null while a field does not fit. */
  proposed: RuleParameters | null
}) {
  const { t } = useTranslation()
  const api = useApi()
  const clients = useQuery({ queryKey: queryKeys.clients, queryFn: () => api.clients.list() })
  const open = useOpenClient()
  const [chosen, setChosen] = useState<ClientId | null>(open)
  const client = clients.data?.find((item) => item.client.id === chosen)?.client
  const isSame = proposed !== null && JSON.stringify(proposed) === JSON.stringify(kept)
  return (
    <Card title={t('rules.preview.title')}>
      <p>{t('rules.preview.description')}</p>
      {clients.isError ? (
        <ErrorNotice
          title={t('rules.preview.failedClients')}
          action={<Button onPress={() => void clients.refetch()}>{t('rules.tryAgain')}</Button>}
        >
          {wordsForFailure(t, clients.error).advice}
        </ErrorNotice>
      ) : clients.data?.length === 0 ? (
        <p className={styles['note']}>{t('rules.preview.noClients')}</p>
      ) : (
        <div className={styles['short']}>
          <SelectField
            label={t('rules.preview.client')}
            placeholder={t('rules.preview.choose')}
            options={(clients.data ?? []).map((item) => ({
              value: item.client.id,
              label: item.client.code,
            }))}
            value={chosen}
            onChange={setChosen}
          />
        </div>
      )}
      {client === undefined ? null : proposed === null ? (
        <p className={styles['note']}>{t('rules.preview.invalid')}</p>
      ) : isSame ? (
        <p className={styles['note']}>{t('rules.preview.same')}</p>
      ) : (
        <Changes client={client} parameters={proposed} />
      )}
    </Card>
  )
}

function Changes({
  client,
  parameters,
}: {
  client: { id: ClientId; code: string }
  parameters: RuleParameters
}) {
  const { t } = useTranslation()
  const api = useApi()
  const preview = useQuery({
    queryKey: ['rule-preview', client.id, parameters],
    queryFn: () => api.ruleSettings.preview({ clientId: client.id, parameters }),
    placeholderData: keepPreviousData,
  })
  if (preview.isError) {
    const { title, advice } = wordsForFailure(t, preview.error)
    return (
      <ErrorNotice
        title={title}
        action={<Button onPress={() => void preview.refetch()}>{t('rules.tryAgain')}</Button>}
      >
        {advice}
      </ErrorNotice>
    )
  }
  if (!preview.data) return <Loading label={t('rules.preview.working')} />
  const { changed, unchanged } = previewWords(t, preview.data)
  return (
    <div aria-live="polite" className={styles['changes']}>
      <p className={styles['strong']}>
        {changed.length === 0
          ? t('rules.preview.nothing', { code: client.code })
          : t('rules.preview.changes', { code: client.code })}
      </p>
      <ul className={styles['lines']}>
        {changed.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {changed.length === 0 || unchanged.length === 0 ? null : (
        <p className={styles['note']}>{t('rules.preview.unchanged', { parts: unchanged.join(', ') })}</p>
      )}
    </div>
  )
}

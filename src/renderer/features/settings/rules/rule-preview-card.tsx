import { useState } from 'react'
import { keepPreviousData } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RuleParameters } from '#shared/rule-settings/rule-parameters.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useOpenClient } from '#renderer/lib/open-client.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { previewWords } from './preview-words.ts'
import common from '#renderer/ui/common.module.css'
import styles from './rules.module.css'

/** Previews what the typed numbers would say about one client, beside the current result. Saves nothing. */
export function RulePreviewCard({
  kept,
  proposed,
}: {
  kept: RuleParameters
  /** Null while a field has a problem. */
  proposed: RuleParameters | null
}) {
  const { t } = useTranslation()
  const clients = useAsk('clients.list')
  const open = useOpenClient()
  const [chosen, setChosen] = useState<ClientId | null>(open)
  const client = clients.data?.find((item) => item.client.id === chosen)?.client
  const isSame = proposed !== null && JSON.stringify(proposed) === JSON.stringify(kept)
  return (
    <Card title={t('rules.preview.title')}>
      <p>{t('rules.preview.description')}</p>
      {clients.isError ? (
        <FailureNotice
          failure={clients.error}
          title={t('rules.preview.failedClients')}
          onRetry={() => void clients.refetch()}
        />
      ) : clients.data?.length === 0 ? (
        <p className={common['note']}>{t('rules.preview.noClients')}</p>
      ) : (
        <div className={common['short']}>
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
        <p className={common['note']}>{t('rules.preview.invalid')}</p>
      ) : isSame ? (
        <p className={common['note']}>{t('rules.preview.same')}</p>
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
  const preview = useAsk(
    'ruleSettings.preview',
    { clientId: client.id, parameters },
    { placeholderData: keepPreviousData },
  )
  return (
    <Loaded query={preview} loading={t('rules.preview.working')}>
      {(found) => {
        const { changed, unchanged } = previewWords(t, found)
        return (
          <div aria-live="polite" className={stackClass({ gap: 8 })}>
            <p className={common['strong']}>
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
              <p className={common['note']}>
                {t('rules.preview.unchanged', { parts: unchanged.join(', ') })}
              </p>
            )}
          </div>
        )
      }}
    </Loaded>
  )
}

import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClientListItem } from '#shared/contract/operations/clients.ts'
import type { Today } from '#shared/overview/today.ts'
import { codeKey } from '#shared/records/client.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { dayInWords } from '#renderer/lib/dates.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { NothingCanBeSaved } from '#renderer/parts/nothing-can-be-saved.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './log-session.module.css'

/** `/log`: chooses the client. Those with a session today come first. */
export function ChooseClientScreen() {
  const { t } = useTranslation()
  const title = t('logSession.choose.title')
  const isReadOnly = useReadOnly() !== null
  const query = together({ clients: useAsk('clients.list'), today: useAsk('today.get') })
  if (isReadOnly) return <NothingCanBeSaved title={title} />
  return (
    <Loaded query={query} loading={t('logSession.choose.loading')} page={{ title }}>
      {(found) => <ChooseClient {...found} title={title} />}
    </Loaded>
  )
}

function ChooseClient({
  clients,
  today,
  title,
}: {
  clients: readonly ClientListItem[]
  today: Today
  title: string
}) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const active = clients.filter(({ client }) => client.status === 'active')
  const matches = (code: string) => codeKey(code).includes(codeKey(text))
  const expected = today.sessions.filter(
    ({ status, clientCode }) => (status === 'planned' || status === 'begun') && matches(clientCode),
  )
  const found = active
    .filter(({ client }) => matches(client.code))
    .toSorted((a, b) => a.client.code.localeCompare(b.client.code, undefined, { numeric: true }))

  if (active.length === 0)
    return (
      <Page title={title} width="narrow">
        <EmptyState
          action={
            <Link to="/clients/new" className={buttonClass({ kind: 'primary', size: 'large' })}>
              {t('logSession.choose.newClient')}
            </Link>
          }
        >
          {t('logSession.choose.noClients')}
        </EmptyState>
      </Page>
    )
  return (
    <Page title={title} subtitle={t('logSession.choose.subtitle')} width="narrow">
      <SearchField label={t('logSession.choose.search')} value={text} onChange={setText} />
      {expected.length === 0 ? null : (
        <Card title={t('logSession.choose.today')}>
          <ul className={stackClass({ gap: 4 })}>
            {expected.map(({ sessionId, number, clientCode, status, isFictional }) => (
              <li key={sessionId}>
                <Link to="/log/$sessionId" params={{ sessionId }} className={styles['foundLink'] ?? ''}>
                  <Code code={clientCode} isFictional={isFictional} />
                  <span className={common['note']}>
                    {`${t('logSession.choose.session', { number })} · ${t(`logSession.statuses.${status}`)}`}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {found.length === 0 ? (
        <EmptyState
          action={<Button onPress={() => setText('')}>{t('logSession.choose.clearSearch')}</Button>}
        >
          {t('logSession.choose.noMatch', { text })}
        </EmptyState>
      ) : (
        <Card title={t('logSession.choose.clients')}>
          <ul className={stackClass({ gap: 4 })}>
            {found.map(({ client, lastHeldOn }) => (
              <li key={client.id}>
                <Link
                  to="/log/new/$clientId"
                  params={{ clientId: client.id }}
                  className={styles['foundLink'] ?? ''}
                  // Preloading the link must not begin a session.
                  preload={false}
                >
                  <Code code={client.code} isFictional={client.isFictional} />
                  <span className={common['note']}>
                    {lastHeldOn
                      ? t('logSession.choose.lastHeld', { date: dayInWords(lastHeldOn) })
                      : t('logSession.choose.noneHeld')}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}

function Code({ code, isFictional }: { code: string; isFictional: boolean }) {
  const { t } = useTranslation()
  return (
    <span className={styles['code']}>
      {code} {isFictional ? <Tag kind="sample">{t('logSession.fictional')}</Tag> : null}
    </span>
  )
}

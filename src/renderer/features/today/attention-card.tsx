import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import { mostNamedOnToday, type AttentionOnToday, type ClientAttention } from '#shared/attention/attention.ts'
import { dayAfter } from '#shared/records/days.ts'
import type { Asked } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useAfterFirstFrame } from '#renderer/lib/use-after-first-frame.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { agoInWords, nextInWords, reasonInWords } from '#renderer/parts/attention/reason-words.ts'
import { useClientRows } from '#renderer/parts/clients/use-client-rows.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Loading } from '#renderer/ui/loading.tsx'
import { MenuButton } from '#renderer/ui/menu-button.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { ClientLine } from './client-line.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './today.module.css'

/** More rows than a window of 800 px shows below the day. The rest follows after the first frame. */
const firstRows = 6

/** The clients to look at first, each with every reason, how long ago it was and the next appointment. */
export function AttentionCard({ today, list }: { today: string; list: Asked<AttentionOnToday> }) {
  const { t } = useTranslation()
  const lookAt = useChange('attention.lookAt')
  const isReadOnly = useReadOnly() !== null
  const clientRows = useClientRows()
  const isAfterFirstFrame = useAfterFirstFrame()
  if (!list.data)
    return (
      <Card title={t('attention.title')}>
        {list.error ? (
          <FailureNotice failure={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <Loading label={t('attention.loading')} />
        )}
      </Card>
    )
  const { clients } = list.data
  const flagged = clients.filter(({ reasons }) => reasons.length > 0).slice(0, mostNamedOnToday)
  const more = list.data.flagged - flagged.length
  return (
    <Card title={t('attention.title')}>
      {flagged.length === 0 ? (
        <p className={common['muted']}>{t('attention.none')}</p>
      ) : (
        <ul className={common['divided']}>
          {(isAfterFirstFrame ? flagged : flagged.slice(0, firstRows)).map((client) => (
            <AttentionRow
              key={client.clientId}
              client={client}
              today={today}
              rowProps={clientRows.props(client)}
              onLookedAt={
                isReadOnly
                  ? null
                  : (until) =>
                      lookAt.mutate({ clientId: client.clientId, reasons: puttableOf(client), until })
              }
            />
          ))}
        </ul>
      )}
      {clientRows.menu}
      <FailureNotice failure={lookAt.error} />
      {flagged.length === 0 ? null : (
        <p className={stackClass({ direction: 'row', gap: 16, lineGap: 4 })} data-screen-only="">
          {more > 0 ? <Link to="/clients">{t('attention.more', { count: more })}</Link> : null}
          <Link to="/settings/error-rates">{t('attention.errorRates')}</Link>
        </p>
      )}
      <LookedAt clients={clients.filter(({ lookedAt }) => lookedAt.length > 0)} isReadOnly={isReadOnly} />
    </Card>
  )
}

type Puttable = { kind: Exclude<ClientAttention['reasons'][number]['kind'], 'risk'>; evidence: string }

/** The reasons that can be put off. */
function puttableOf({ reasons }: ClientAttention): Puttable[] {
  return reasons.flatMap(({ kind, evidence }) => (kind === 'risk' ? [] : [{ kind, evidence }]))
}

function AttentionRow({
  client,
  today,
  rowProps,
  onLookedAt,
}: {
  client: ClientAttention
  today: string
  rowProps: ReturnType<ReturnType<typeof useClientRows>['props']>
  /** Null if nothing can be put off. */
  onLookedAt: ((until: string) => void) | null
}) {
  const { t } = useTranslation()
  return (
    <ClientLine
      client={client}
      rowProps={rowProps}
      beside={<span className={common['note']}>{nextInWords(client, t)}</span>}
      action={
        onLookedAt !== null && puttableOf(client).length > 0 ? (
          <LookedAtMenu client={client} today={today} onChoose={onLookedAt} />
        ) : null
      }
    >
      {client.reasons.map((reason) => (
        <p key={`${reason.kind} ${reason.evidence}`} className={common['secondary']}>
          {reasonInWords(reason, t)}
          {reason.kind === 'away' ? null : (
            <span className={joinClasses(common['note'], common['oneLine'])}>
              {' '}
              {agoInWords(reason.on, today, t)}
            </span>
          )}
        </p>
      ))}
    </ClientLine>
  )
}

function LookedAtMenu({
  client: { clientCode: code, next },
  today,
  onChoose,
}: {
  client: ClientAttention
  today: string
  onChoose: (until: string) => void
}) {
  const { t } = useTranslation()
  const untilNext = next !== null && next.date > today ? next.date : null
  return (
    <div data-screen-only="">
      <MenuButton
        label={t('attention.lookedAt.button')}
        spokenLabel={t('attention.lookedAt.buttonFor', { code })}
        items={[
          ...(untilNext === null
            ? []
            : [
                {
                  id: untilNext,
                  label: t('attention.lookedAt.untilNext', { date: new Date(untilNext) }),
                },
              ]),
          { id: dayAfter(today, 7), label: t('attention.lookedAt.week') },
          { id: dayAfter(today, 28), label: t('attention.lookedAt.month') },
        ].filter((item, index, all) => all.findIndex(({ id }) => id === item.id) === index)}
        onAction={onChoose}
      />
    </div>
  )
}

/** Lists clients with reasons that were looked at, so that none is out of reach. */
function LookedAt({ clients, isReadOnly }: { clients: readonly ClientAttention[]; isReadOnly: boolean }) {
  const { t } = useTranslation()
  const bringBack = useChange('attention.bringBack')
  if (clients.length === 0) return null
  return (
    <Disclosure title={t('attention.lookedAt.title', { count: clients.length })}>
      <ul className={common['divided']}>
        {clients.map(({ clientId, clientCode: code, lookedAt }) => (
          <li key={clientId} className={styles['row']}>
            <p className={joinClasses(styles['words'], common['secondary'])}>
              {t('attention.lookedAt.until', {
                code,
                date: new Date(lookedAt.map(({ until }) => until).toSorted()[0] ?? ''),
              })}
            </p>
            {isReadOnly ? null : (
              <Button onPress={() => bringBack.mutate({ clientId })}>
                {t('attention.lookedAt.bringBack', { code })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <FailureNotice failure={bringBack.error} />
    </Disclosure>
  )
}

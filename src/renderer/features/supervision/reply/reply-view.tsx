import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import type { ReplyPreview } from '#shared/replies/comment.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

type Opened = Extract<ReplyPreview, { kind: 'opened' }>

const counts = ['added', 'changed', 'withdrawn'] as const

/** A reply before its import: from whom, how many comments on which clients, what is removed, and what is left out. */
export function ReplyView({
  reply,
  onTakenIn,
}: {
  reply: Opened
  onTakenIn: (done: OutputAt<'replies.import'>) => void
}) {
  const { t } = useTranslation()
  const importing = useChange('replies.import', { onSuccess: onTakenIn })
  const { importId, contact, madeAt, order, isFromFuture, clients, skipped } = reply
  return (
    <>
      {order === 'new' ? null : (
        <Banner kind="caution" title={t(`replies.import.${order}`)}>
          {t('replies.import.unchanged')}
        </Banner>
      )}
      <Card title={t('replies.import.from', { name: contact.name })}>
        <p>{t('replies.import.made', { made: new Date(madeAt) })}</p>
        {isFromFuture ? <p>{t('replies.import.future')}</p> : null}
        {clients.length === 0 ? null : (
          <section className={stackClass({ gap: 8 })}>
            <h3>{t('replies.import.clients')}</h3>
            <ul className={common['divided']}>
              {clients.map((client) => {
                const parts = counts.filter((count) => client[count] > 0)
                return (
                  <li key={client.clientId}>
                    <span className={common['strong']}>{client.code}:</span>{' '}
                    {parts.length === 0
                      ? t('replies.import.same')
                      : parts.map((part) => t(`replies.import.${part}`, { count: client[part] })).join(' ')}
                  </li>
                )
              })}
            </ul>
          </section>
        )}
        {skipped.length === 0 ? null : (
          <section className={stackClass({ gap: 8 })}>
            <h3>{t('replies.import.skipped')}</h3>
            <ul className={common['divided']}>
              {skipped.map(({ pseudonym, reason }) => (
                <li key={pseudonym}>{t(`replies.import.reasonSkipped.${reason}`, { pseudonym })}</li>
              ))}
            </ul>
          </section>
        )}
        <FailureNotice failure={importing.error} />
        {importId === null ? null : (
          <div>
            <Button
              kind="primary"
              isPending={importing.isPending}
              onPress={() => importing.mutate({ importId })}
            >
              {t('replies.import.submit')}
            </Button>
          </div>
        )}
      </Card>
    </>
  )
}

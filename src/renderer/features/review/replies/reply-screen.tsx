import { useEffect, useState } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChange, useChangeBy } from '#renderer/lib/change.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { CommentText } from '#renderer/parts/replies/comment-text.tsx'
import { placeInWords } from '#renderer/parts/replies/comment-words.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

type Prepared = OutputAt<'replies.prepare'>

/** Shows the reply to one therapist exactly as it would leave, and saves it on confirmation. */
export function ReplyScreen() {
  const { t } = useTranslation()
  const { contactId } = useParams({ from: '/supervision/review/people/$contactId/reply' })
  const query = useAsk('contacts.get', { id: contactId })
  return (
    <Loaded
      query={query}
      loading={t('replies.reply.loading')}
      page={{ title: t('review.title'), width: 'narrow' }}
    >
      {({ id, name, state }) => (
        <Page
          title={t('replies.reply.title', { name })}
          subtitle={t('replies.reply.subtitle')}
          width="narrow"
        >
          <BackLink to="/supervision/review/people/$contactId" params={{ contactId }}>
            {t('replies.reply.back')}
          </BackLink>
          {state === 'compared' ? (
            <PreparedReply contactId={id} name={name} />
          ) : (
            <Banner
              kind="caution"
              title={t('replies.reply.unsettled')}
              actions={
                <Link to="/supervision/people" className={buttonClass()}>
                  {t('replies.import.people')}
                </Link>
              }
            >
              {t('replies.reply.unsettledAdvice')}
            </Banner>
          )}
        </Page>
      )}
    </Loaded>
  )
}

function PreparedReply({ contactId, name }: { contactId: string; name: string }) {
  const { t } = useTranslation()
  const { mutate, data, error } = useChange('replies.prepare')
  useEffect(() => mutate({ contactId }), [mutate, contactId])
  if (error !== null)
    return hasNothing(error) ? (
      <Banner kind="info" title={t('replies.reply.nothing')}>
        {t('replies.reply.nothingAdvice')}
      </Banner>
    ) : (
      <FailureNotice failure={error} />
    )
  if (data === undefined) return <Loading label={t('replies.reply.loading')} />
  return <ReplyCard prepared={data} name={name} />
}

function hasNothing(error: Error): boolean {
  return error instanceof AppError && error.code === 'nothing-to-share'
}

function ReplyCard({ prepared: { reply, text }, name }: { prepared: Prepared; name: string }) {
  const { t } = useTranslation()
  const api = useApi()
  const [saved, setSaved] = useState<string | null>(null)
  const sending = useChangeBy('replies.send', async (send) => {
    const chosen = await api.files.choose({ purpose: 'reply' })
    if (chosen.kind === 'cancelled') return null
    const { name: file } = await send({ replyId: reply.replyId, token: chosen.token })
    setSaved(file)
    return file
  })
  return (
    <>
      <p>{t('replies.reply.exact')}</p>
      {reply.clients.map(({ pseudonym, comments }) => (
        <Card key={pseudonym} title={t('replies.reply.client', { pseudonym })}>
          {comments.length === 0 ? (
            <p>{t('replies.reply.empty')}</p>
          ) : (
            <ul className={common['divided']}>
              {comments.map(({ id, about, text: words, study }) => (
                <li key={id} className={stackClass({ gap: 4 })}>
                  <h3>{placeInWords(about, t)}</h3>
                  <CommentText text={words} study={study} />
                </li>
              ))}
            </ul>
          )}
        </Card>
      ))}
      <Disclosure title={t('replies.reply.raw')}>
        <p className={common['typedText']}>{text}</p>
      </Disclosure>
      <FailureNotice failure={sending.error} />
      {saved === null ? (
        <div>
          <Button kind="primary" isPending={sending.isPending} onPress={() => sending.mutate(undefined)}>
            {t('replies.reply.save', { name })}
          </Button>
        </div>
      ) : null}
      <output>{saved === null ? '' : t('replies.reply.saved', { file: saved, name })}</output>
    </>
  )
}

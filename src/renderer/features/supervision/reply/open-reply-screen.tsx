import { useEffect, useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChangeBy, useQuietChange } from '#renderer/lib/change.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { ReadingFile, useGiveUpOnLeaving } from '#renderer/parts/reading-file.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RefusedReply } from './refused-reply.tsx'
import { ReplyView } from './reply-view.tsx'

type TakenIn = OutputAt<'replies.import'> & { readonly name: string }

/** Opens the file of a supervisor's reply, shows what is in it, and takes the comments in only on confirmation. */
export function OpenReplyScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const choose = useRef<HTMLButtonElement>(null)
  const [name, setName] = useState('')
  const [takenIn, setTakenIn] = useState<TakenIn | null>(null)
  const look = useChangeBy('replies.preview', async (preview) => {
    const file = await api.files.choose({ purpose: 'received-reply' })
    if (file.kind === 'cancelled') return null
    setName(file.name)
    setTakenIn(null)
    return preview({ token: file.token })
  })
  const isReading = look.isPending && name !== ''
  useGiveUpOnLeaving(isReading)
  useForgetOnLeaving()
  const { data } = look
  return (
    <Page title={t('replies.import.title')} subtitle={t('replies.import.subtitle')} width="narrow">
      <BackLink to="/supervision">{t('supervision.title')}</BackLink>
      <Card>
        <p>{t('replies.import.about')}</p>
        <div>
          <Button
            ref={choose}
            isPending={look.isPending}
            onPress={() => {
              setName('')
              look.mutate(undefined)
            }}
          >
            {t(data == null ? 'replies.import.choose' : 'replies.import.chooseAnother')}
          </Button>
        </div>
        {isReading ? <ReadingFile name={name} onCancel={() => choose.current?.focus()} /> : null}
        <FailureNotice failure={look.error} />
      </Card>
      {takenIn === null ? null : <Done takenIn={takenIn} />}
      {data?.kind === 'refused' ? <RefusedReply name={name} reason={data.reason} /> : null}
      {data?.kind === 'opened' ? (
        <ReplyView
          key={look.submittedAt}
          reply={data}
          onTakenIn={(done) => {
            setTakenIn({ ...done, name: data.contact.name })
            look.reset()
            // The focused button is gone.
            choose.current?.focus()
          }}
        />
      ) : null}
    </Page>
  )
}

/** Lets the vault forget an opened reply that was not taken in. */
function useForgetOnLeaving(): void {
  const forget = useQuietChange('replies.cancel')
  useEffect(
    () => () => {
      // Locked meanwhile, the vault process has forgotten it itself.
      void forget().catch(() => undefined)
    },
    [forget],
  )
}

function Done({ takenIn: { name, comments, withdrawn } }: { takenIn: TakenIn }) {
  const { t } = useTranslation()
  return (
    <Banner
      kind="info"
      title={t('replies.import.done', { count: comments, name })}
      actions={
        <Link to="/supervision" className={buttonClass({ kind: 'primary' })}>
          {t('replies.import.look')}
        </Link>
      }
    >
      {withdrawn === 0 ? undefined : t('replies.import.removed', { count: withdrawn })}
    </Banner>
  )
}

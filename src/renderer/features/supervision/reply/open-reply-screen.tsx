import { useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChangeBy, useQuietChange } from '#renderer/lib/change.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { FileToOpen } from '#renderer/parts/file-to-open.tsx'
import { RefusedFile } from '#renderer/parts/refused-file.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Page } from '#renderer/ui/page.tsx'
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
  const forget = useQuietChange('replies.cancel')
  const { data } = look
  return (
    <Page title={t('replies.import.title')} subtitle={t('replies.import.subtitle')} width="narrow">
      <BackLink to="/supervision">{t('supervision.title')}</BackLink>
      <FileToOpen
        about={t('replies.import.about')}
        chooseLabel={t(data == null ? 'replies.import.choose' : 'replies.import.chooseAnother')}
        name={name}
        look={look}
        button={choose}
        onChoose={() => {
          setName('')
          look.mutate(undefined)
        }}
        forget={forget}
      />
      {takenIn === null ? null : <Done takenIn={takenIn} />}
      {data?.kind === 'refused' ? <RefusedFile area="replies" name={name} reason={data.reason} /> : null}
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

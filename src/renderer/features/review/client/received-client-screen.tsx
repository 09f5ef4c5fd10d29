import { useState } from 'react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CommentPlace } from '#shared/bundles/reply.ts'
import { receivedClientIdSchema } from '#shared/review/received-client.ts'
import type { ReviewedClient } from '#shared/review/supervisee.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Page } from '#renderer/ui/page.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { EraseDialog } from '../erase-dialog.tsx'
import { changeInWords, workInWords } from '../review-words.ts'
import type { BegunComment } from '../replies/begun-comment.ts'
import { ClientReplies } from '../replies/client-replies.tsx'
import { AgreementsCard } from './agreements-card.tsx'
import { CourseCards } from './course-cards.tsx'
import { EpisodesCard } from './episodes-card.tsx'
import { OutcomesCard } from './outcomes-card.tsx'
import { SessionsCard } from './sessions-card.tsx'

/** One client of a supervisee, as the last bundle has them. */
export function ReceivedClientScreen() {
  const { t } = useTranslation()
  const { receivedId } = useParams({ from: '/supervision/review/clients/$receivedId' })
  const query = useAsk('review.client', { id: receivedClientIdSchema.parse(receivedId) })
  return (
    <Loaded query={query} loading={t('review.loading')} page={{ title: t('review.title') }}>
      {(client) => <ReceivedClientPage client={client} />}
    </Loaded>
  )
}

function ReceivedClientPage({ client }: { client: ReviewedClient }) {
  const { t } = useTranslation()
  const { pseudonym, therapist, contactId, question, sessions, content } = client
  const [begun, setBegun] = useState<BegunComment | null>(null)
  const begin = (about: CommentPlace): void =>
    setBegun((before) => ({ about, times: (before?.times ?? 0) + 1 }))
  return (
    <Page
      title={pseudonym}
      width="wide"
      subtitle={`${t('review.ofTherapist', { name: therapist })} · ${t('review.supervisee.sessions', { count: sessions })}`}
    >
      <BackLink to="/supervision/review/people/$contactId" params={{ contactId }}>
        {therapist}
      </BackLink>
      {question === null ? null : (
        <Card title={t('review.question.title')}>
          <p className={common['typedText']}>{question}</p>
        </Card>
      )}
      <WorkOfClient client={client} />
      <CourseCards content={content} />
      <EpisodesCard content={content} onComment={begin} />
      <OutcomesCard content={content} />
      <AgreementsCard content={content} />
      <SessionsCard content={content} onComment={begin} />
      <ClientReplies client={client} begun={begun} />
      <NotShared content={content} />
      <Erasing client={client} />
    </Page>
  )
}

/** What changed, and what there is to talk about. Shows nothing if there is neither. */
function WorkOfClient({ client: { changes, work } }: { client: ReviewedClient }) {
  const { t } = useTranslation()
  if (changes.length === 0 && work.length === 0) return null
  return (
    <Card title={t('review.work.title')}>
      {changes.length === 0 ? null : <p>{changes.map((change) => changeInWords(change, t)).join(' ')}</p>}
      {work.length === 0 ? null : (
        <ul className={joinClasses(common['bullets'], stackClass({ gap: 4 }))}>
          {work.map((each) => (
            <li key={each.kind}>{workInWords(each, t)}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** Says what the therapist did not choose, so that nothing missing is taken for nothing there. */
function NotShared({
  content: { sessions, question, agreements, ruptures },
}: Pick<ReviewedClient, 'content'>) {
  const { t } = useTranslation()
  const missing = [
    ...(question === null ? (['questions'] as const) : []),
    ...(agreements === undefined ? (['agreements'] as const) : []),
    ...(ruptures === 'left-out' ? (['ruptures'] as const) : []),
    ...(['dates', 'notes', 'words'] as const).filter((kind) =>
      sessions.every((session) => session[kind === 'dates' ? 'date' : kind] === null),
    ),
  ]
  if (missing.length === 0) return null
  const kinds = missing.map((kind) => t(`review.import.kinds.${kind}`))
  return <p className={common['note']}>{t('review.missing', { kinds })}</p>
}

function Erasing({ client: { id, contactId, pseudonym } }: { client: ReviewedClient }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const isReadOnly = useReadOnly() !== null
  const [isAsking, setIsAsking] = useState(false)
  const erasing = useChange('review.eraseClient')
  if (isReadOnly) return null
  return (
    <div className={common['quietLine']}>
      <Button kind="quiet" onPress={() => setIsAsking(true)}>
        {t('review.erase.client')}
      </Button>
      <EraseDialog
        title={t('review.erase.client')}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        isPending={erasing.isPending}
        failure={erasing.error}
        onErase={() =>
          erasing.mutate(
            { id },
            {
              onSuccess: () =>
                void navigate({ to: '/supervision/review/people/$contactId', params: { contactId } }),
            },
          )
        }
      >
        {t('review.erase.clientText', { pseudonym })}
      </EraseDialog>
    </div>
  )
}

import { useState } from 'react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ReviewedSupervisee } from '#shared/review/supervisee.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Page } from '#renderer/ui/page.tsx'
import { opensFirstLink } from '#renderer/ui/row-menu.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { ChangesCard } from './changes-card.tsx'
import { ClientLink } from './client-link.tsx'
import { ClientWork, hasWork } from './client-work.tsx'
import { EraseSupervisee } from './erase-supervisee.tsx'
import { LearningCard } from './learning-card.tsx'
import { LinesWaiting } from './replies/lines-waiting.tsx'
import { OfferBanner } from './offer-banner.tsx'

/** Everything that one supervisee has shared. */
export function SuperviseeScreen() {
  const { t } = useTranslation()
  const { contactId } = useParams({ from: '/supervision/review/people/$contactId' })
  const query = useAsk('review.supervisee', { contactId })
  return (
    <Loaded query={query} loading={t('review.loading')} page={{ title: t('review.title') }}>
      {(supervisee) => <SuperviseePage supervisee={supervisee} />}
    </Loaded>
  )
}

function SuperviseePage({ supervisee }: { supervisee: ReviewedSupervisee }) {
  const { t } = useTranslation()
  const { name, state, clients, madeAt, receivedAt, isOffered, learning } = supervisee
  const open = clients.filter(hasWork)
  const navigate = useNavigate()
  const leave = () => void navigate({ to: '/supervision/review' })
  return (
    <Page
      title={name}
      subtitle={`${t('review.supervisee.subtitle', { count: clients.length })}. ${t('review.bundleOf', {
        made: new Date(madeAt),
        received: new Date(receivedAt),
      })}`}
      actions={
        <Link
          to="/supervision/review/people/$contactId/reply"
          params={{ contactId: supervisee.contactId }}
          className={buttonClass()}
        >
          {t('replies.comments.toReply')}
        </Link>
      }
    >
      <BackLink to="/supervision/review">{t('review.back')}</BackLink>
      {state === 'compared' ? null : (
        <Banner
          kind="caution"
          title={t('review.supervisee.unsettled', { name })}
          actions={
            <Link to="/supervision/people" className={buttonClass()}>
              {t('review.import.people')}
            </Link>
          }
        >
          {t('review.supervisee.unsettledText')}
        </Banner>
      )}
      {isOffered ? <OfferBanner supervisee={supervisee} clients={clients.length} onErased={leave} /> : null}
      <ChangesCard supervisees={[supervisee]} isOfOne />
      <Card title={t('review.work.title')}>
        {open.length === 0 ? <p className={common['note']}>{t('review.work.none')}</p> : null}
        {open.length === 0 ? null : (
          <ul className={common['divided']}>
            {open.map((client) => (
              <li key={client.id}>
                <ClientWork client={client} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <LinesWaiting contactId={supervisee.contactId} />
      <ClientsCard clients={clients} />
      <LearningCard learning={learning} />
      <Checks supervisee={supervisee} />
      <Erasing supervisee={supervisee} onErased={leave} />
    </Page>
  )
}

function ClientsCard({ clients }: Pick<ReviewedSupervisee, 'clients'>) {
  const { t } = useTranslation()
  return (
    <Card title={t('review.supervisee.clients')}>
      {clients.length === 0 ? (
        <p className={common['note']}>{t('review.supervisee.none')}</p>
      ) : (
        <ul className={common['divided']}>
          {clients.map((client) => (
            <li
              key={client.id}
              className={stackClass({ direction: 'row', gap: 16, lineGap: 4 })}
              {...opensFirstLink}
            >
              <ClientLink client={client} />
              <span className={common['muted']}>
                {t('review.supervisee.sessions', { count: client.sessions })}
                {client.lastSession === null
                  ? null
                  : `, ${t('review.supervisee.facts', { session: client.lastSession })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** The therapist's own checks, if they chose to share them. */
function Checks({ supervisee: { wellbeing } }: { supervisee: ReviewedSupervisee }) {
  const { t } = useTranslation()
  if (wellbeing === null || wellbeing.length === 0) return null
  return (
    <Card title={t('review.supervisee.checks')}>
      <ul className={common['divided']}>
        {wellbeing.map(({ weeksBefore, instrumentTitle: instrument, title, value }, place) => (
          // Checks have no id and never reorder, so the place is a safe key.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>
            {t('review.supervisee.check', { count: weeksBefore, instrument, title, value })}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Erasing({ supervisee, onErased }: { supervisee: ReviewedSupervisee; onErased: () => void }) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const [isErasing, setIsErasing] = useState(false)
  const { name, offeredFrom, isOffered, clients } = supervisee
  return (
    <div
      className={joinClasses(
        common['quietLine'],
        stackClass({ direction: 'row', gap: 16, lineGap: 8, align: 'centre' }),
      )}
    >
      {isReadOnly ? null : (
        <Button kind="quiet" onPress={() => setIsErasing(true)}>
          {t('review.erase.supervisee', { name })}
        </Button>
      )}
      {isOffered ? null : (
        <p className={common['note']}>{t('review.erase.stays', { date: new Date(offeredFrom) })}</p>
      )}
      <EraseSupervisee
        supervisee={supervisee}
        clients={clients.length}
        isOpen={isErasing}
        onClose={() => setIsErasing(false)}
        onErased={onErased}
      />
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ReviewOverview } from '#shared/review/supervisee.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { SupervisionLinks } from '#renderer/parts/supervision/supervision-links.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { opensFirstLink } from '#renderer/ui/row-menu.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { ChangesCard } from './changes-card.tsx'
import { OfferBanner } from './offer-banner.tsx'
import { LinesWaiting } from './replies/lines-waiting.tsx'
import { SuperviseeLink } from './supervisee-link.tsx'
import { UnknownWithdrawals } from './unknown-withdrawals.tsx'
import { WorkCard } from './work-card.tsx'

/** Everybody whom the user supervises: what changed first, then what there is to talk about. */
export function ReviewScreen() {
  const { t } = useTranslation()
  const overview = useAsk('review.overview')
  const isEmpty = overview.data?.length === 0
  return (
    <Page
      title={t('review.title')}
      subtitle={t('review.subtitle')}
      actions={isEmpty ? undefined : <OpenLink />}
    >
      <SupervisionLinks />
      <Loaded query={overview} loading={t('review.loading')}>
        {(supervisees) =>
          supervisees.length === 0 ? (
            <EmptyState action={<OpenLink isPrimary />}>{t('review.none')}</EmptyState>
          ) : (
            <>
              <UnknownWithdrawals />
              {supervisees
                .filter(({ isOffered }) => isOffered)
                .map((supervisee) => (
                  <OfferBanner
                    key={supervisee.contactId}
                    supervisee={supervisee}
                    clients={supervisee.clients.length}
                    onErased={() => void overview.refetch()}
                  />
                ))}
              <ChangesCard supervisees={supervisees} />
              <WorkCard supervisees={supervisees} />
              <LinesWaiting />
              <Everybody supervisees={supervisees} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function OpenLink({ isPrimary = false }: { isPrimary?: boolean }) {
  const { t } = useTranslation()
  if (useReadOnly() !== null) return null
  return (
    <Link to="/supervision/review/import" className={buttonClass(isPrimary ? { kind: 'primary' } : {})}>
      {t('review.open')}
    </Link>
  )
}

/** Every supervisee, the newest bundle first. */
function Everybody({ supervisees }: { supervisees: ReviewOverview }) {
  const { t } = useTranslation()
  return (
    <Card title={t('review.everybody.title')}>
      <ul className={common['divided']}>
        {supervisees.map((supervisee) => (
          <li key={supervisee.contactId} className={stackClass({ gap: 4 })} {...opensFirstLink}>
            <p>
              <SuperviseeLink supervisee={supervisee} />{' '}
              {t('review.clients', { count: supervisee.clients.length })}
            </p>
            <p className={common['note']}>
              {t('review.bundleOf', {
                made: new Date(supervisee.madeAt),
                received: new Date(supervisee.receivedAt),
              })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

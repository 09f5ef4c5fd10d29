import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import { bundleContents, type BundlePreview } from '#shared/review/bundle-preview.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { changeInWords } from '../review-words.ts'

type Opened = Extract<BundlePreview, { kind: 'opened' }>

/** A bundle before its import: from whom, what is in it, what is new, and what its import removes. */
export function BundleView({
  bundle,
  onImported,
}: {
  bundle: Opened
  onImported: (imported: OutputAt<'review.import'>) => void
}) {
  const { t } = useTranslation()
  const importing = useChange('review.import', { onSuccess: onImported })
  const { importId, contact, order, newest, withdrawn } = bundle
  return (
    <>
      {order === 'new' ? null : (
        <Banner kind="caution" title={t(`review.import.${order}`)}>
          {order === 'repeated' || newest === null
            ? t('review.import.repeatedText')
            : t('review.import.olderText', { made: new Date(newest.madeAt) })}
        </Banner>
      )}
      <Card title={t('review.import.from', { name: contact.name })}>
        <Origin bundle={bundle} />
        <Contents bundle={bundle} />
        {withdrawn.length === 0 ? null : (
          <Banner kind="caution" title={`${t('review.import.withdrawn')}: ${withdrawn.join(', ')}`}>
            {t('review.import.withdrawnText')}
          </Banner>
        )}
        <Clients bundle={bundle} />
        <FailureNotice failure={importing.error} />
        {importId === null ? null : (
          <div>
            <Button
              kind="primary"
              isPending={importing.isPending}
              onPress={() => importing.mutate({ importId })}
            >
              {t('review.import.submit')}
            </Button>
          </div>
        )}
      </Card>
    </>
  )
}

function Origin({ bundle: { madeAt, order, newest, isFromFuture } }: { bundle: Opened }) {
  const { t } = useTranslation()
  return (
    <div className={stackClass({ gap: 4 })}>
      <p>
        {t('review.import.made', { made: new Date(madeAt) })}{' '}
        {order !== 'new'
          ? null
          : newest === null
            ? t('review.import.first')
            : t('review.import.after', { made: new Date(newest.madeAt) })}
      </p>
      {isFromFuture ? <p>{t('review.import.future')}</p> : null}
    </div>
  )
}

/** Each kind of data with its count, and the kinds that were not chosen. */
function Contents({ bundle: { contents } }: { bundle: Opened }) {
  const { t } = useTranslation()
  const isIn = (kind: (typeof bundleContents)[number]): boolean => contents[kind] > 0
  if (!bundleContents.some(isIn)) return <p>{t('review.import.onlyRemoves')}</p>
  const missing = bundleContents.filter((kind) => !isIn(kind)).map((kind) => t(`review.import.kinds.${kind}`))
  return (
    <section className={stackClass({ gap: 8 })}>
      <h3>{t('review.import.contents')}</h3>
      <ul className={joinClasses(common['bullets'], stackClass({ gap: 4 }))}>
        {bundleContents.filter(isIn).map((kind) => (
          <li key={kind}>{t(`review.import.content.${kind}`, { count: contents[kind] })}</li>
        ))}
      </ul>
      {missing.length === 0 ? null : (
        <p className={common['note']}>{t('review.import.notIn', { kinds: missing })}</p>
      )}
    </section>
  )
}

function Clients({ bundle: { clients, leftOut, absent } }: { bundle: Opened }) {
  const { t } = useTranslation()
  return (
    <section className={stackClass({ gap: 8 })}>
      {clients.length === 0 ? null : (
        <>
          <h3>{t('review.import.clients')}</h3>
          <ul className={common['divided']}>
            {clients.map(({ pseudonym, changes }) => (
              <li key={pseudonym}>
                <span className={common['strong']}>{pseudonym}</span>{' '}
                {changes.length === 0
                  ? t('review.import.unchanged')
                  : changes.map((change) => changeInWords(change, t)).join(' ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {leftOut.length === 0 ? null : (
        <p className={common['note']}>
          {t('review.import.leftOut', { names: leftOut, count: leftOut.length })}
        </p>
      )}
      {absent.length === 0 ? null : (
        <p className={common['note']}>{t('review.import.absent', { names: absent })}</p>
      )}
    </section>
  )
}

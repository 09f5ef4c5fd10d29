import { useTranslation } from 'react-i18next'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import type { EpisodeView } from './episode-view.ts'
import styles from './client.module.css'

/** Shows the rule, parameters and ratings behind one fall, so that a reader can check it by hand. */
export function EpisodeRule({ view }: { view: EpisodeView }) {
  const { t } = useTranslation()
  const {
    reference,
    ratingsBefore,
    spread,
    spreadSetBy,
    depth,
    repairLine,
    missedSessions,
    rule,
    isBetweenSdOwn,
  } = view
  const ratings = view.ratings.map(({ session, value }) => t('client.episodes.rating', { session, value }))
  return (
    <Disclosure title={t('client.episodes.howFound')} level={4}>
      <dl className={styles['terms']}>
        <dt>{t('client.episodes.rule')}</dt>
        <dd>{t('client.episodes.ruleText')}</dd>
        <dt>{t('client.episodes.reference')}</dt>
        <dd>{t('client.episodes.referenceText', { level: reference, count: ratingsBefore })}</dd>
        <dt>{t('client.episodes.spread')}</dt>
        <dd>
          {t(
            `client.episodes.spreadText.${spreadSetBy === 'between' && isBetweenSdOwn ? 'betweenOwn' : spreadSetBy}`,
            { spread },
          )}
        </dd>
        <dt>{t('client.episodes.depth')}</dt>
        <dd>
          {t('client.episodes.depthText', {
            depth,
            dip: rule.dipDepth,
            rupture: rule.ruptureDepth,
          })}
        </dd>
        <dt>{t('client.episodes.repair')}</dt>
        <dd>{t('client.episodes.repairText', { line: repairLine, count: rule.windowSessions })}</dd>
        <dt>{t('client.episodes.missed')}</dt>
        <dd>
          {missedSessions.length === 0
            ? t('client.episodes.missedNone')
            : t('client.episodes.missedText', { sessions: missedSessions.join(', ') })}
        </dd>
        <dt>{t('client.episodes.ratings')}</dt>
        <dd>{t('client.episodes.ratingsText', { ratings: ratings.join(', ') })}</dd>
      </dl>
    </Disclosure>
  )
}

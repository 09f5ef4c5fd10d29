import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import type { Effect } from '#shared/evidence/effect.ts'
import { strengthOf } from '#shared/evidence/strength.ts'
import { Card } from '#renderer/ui/card.tsx'
import { FindingAsides } from './finding-asides.tsx'
import { figureWords, intervalWords } from './figure-words.ts'
import common from '#renderer/ui/common.module.css'
import styles from './article.module.css'

/** The finding that the reader followed here, above the text and with everything needed to judge it. */
export function FollowedFinding({ article, effect }: { article: ArticleDraft; effect: Effect }) {
  const { t } = useTranslation()
  const { design } = article
  const figure = [
    effect.statistic === 'direction' ? null : figureWords(t, effect),
    intervalWords(t, effect),
  ].filter((part) => part !== null)
  return (
    <div id={`effect-${effect.id}`} tabIndex={-1} className={styles['pinned']} aria-current="true">
      <Card kind="sunken">
        <p className={styles['followed']}>{t('evidence.findings.followed')}</p>
        <p className={styles['claim']}>{effect.claim}</p>
        {figure.length === 0 ? null : <p className={styles['strength']}>{figure.join(', ')}</p>}
        {design === undefined ? null : (
          <p className={common['secondary']}>
            {strengthOf({ design, sample: article.sample }, effect).words}
          </p>
        )}
        <FindingAsides article={article} effect={effect} />
      </Card>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/evidence/article.ts'
import type { Effect } from '#shared/evidence/effect.ts'
import { strengthOf } from '#shared/evidence/strength.ts'
import { differenceTarget } from './difference-target.ts'
import { pairsInStep } from './pairs-in-step.ts'
import { TargetLink } from './target-link.tsx'
import styles from './article.module.css'

/** A finding in words with what has to stand beside it: a plainer reading, a note, what the summary says instead. */
export function FindingCell({
  article,
  effect,
  isFollowed,
}: {
  article: Article
  effect: Effect
  isFollowed: boolean
}) {
  const { t } = useTranslation()
  const hasOwnDesign = effect.design !== undefined && effect.design !== article.design
  return (
    <div
      id={`effect-${effect.id}`}
      tabIndex={-1}
      className={styles['finding']}
      aria-current={isFollowed ? 'true' : undefined}
    >
      {isFollowed ? <p className={styles['followed']}>{t('evidence.findings.followed')}</p> : null}
      <p>{effect.claim}</p>
      <div className={styles['asides']}>
        <PairsInStep effect={effect} />
        {hasOwnDesign ? <p>{strengthOf(article, effect).words}</p> : null}
        {effect.note === undefined ? null : <p>{effect.note}</p>}
        <Differing article={article} effect={effect} />
      </div>
    </div>
  )
}

function PairsInStep({ effect }: { effect: Effect }) {
  const { t } = useTranslation()
  if (effect.statistic !== 'r' || effect.value === undefined) return null
  const count = pairsInStep(effect.value)
  return (
    <p>
      {count < 50
        ? t('evidence.findings.pairsOpposed', { count: 100 - count })
        : t('evidence.findings.pairsAlike', { count })}
    </p>
  )
}

function Differing({ article, effect }: { article: Article; effect: Effect }) {
  const { t } = useTranslation()
  return article.discrepancies.map((discrepancy, index) =>
    discrepancy.effect === effect.id ? (
      <p key={discrepancy.summary}>
        {effect.reportedIn === 'abstract'
          ? t('evidence.findings.inSummary', { words: discrepancy.summary })
          : null}{' '}
        <TargetLink articleId={article.id} target={differenceTarget(index)}>
          {t('evidence.findings.seeDifference', { number: index + 1 })}
        </TargetLink>
      </p>
    ) : null,
  )
}

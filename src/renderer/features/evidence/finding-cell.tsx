import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import type { Effect } from '#shared/evidence/effect.ts'
import { strengthOf } from '#shared/evidence/strength.ts'
import { DifferenceWords } from './difference-words.tsx'
import { pairsInStep } from './pairs-in-step.ts'
import styles from './article.module.css'

/** A finding, and below it what readers must not miss: its meaning in pairs, notes, and differences between sources. */
export function FindingCell({
  article,
  effect,
  isFollowed,
}: {
  article: ArticleDraft
  effect: Effect
  isFollowed: boolean
}) {
  const { t } = useTranslation()
  const differing = article.discrepancies.filter((discrepancy) => discrepancy.effect === effect.id)
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
        {effect.design === undefined || effect.design === article.design ? null : (
          <p>{strengthOf({ design: effect.design, sample: article.sample }, effect).words}</p>
        )}
        {effect.note === undefined ? null : <p>{effect.note}</p>}
        {differing.map((discrepancy) => (
          <DifferenceWords key={discrepancy.summary} discrepancy={discrepancy} />
        ))}
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

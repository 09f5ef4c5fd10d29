import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import type { Effect } from '#shared/evidence/effect.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { pairsInStep } from './pairs-in-step.ts'
import { TargetLink } from './target-link.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './article.module.css'

/** What readers must not miss beside a finding: its meaning in pairs, its note, and that its sources differ. */
export function FindingAsides({ article, effect }: { article: ArticleDraft; effect: Effect }) {
  const { t } = useTranslation()
  return (
    <div className={joinClasses(common['note'], styles['asides'])}>
      <PairsInStep effect={effect} />
      {effect.note === undefined ? null : <p>{effect.note}</p>}
      {article.discrepancies.some((discrepancy) => discrepancy.effect === effect.id) ? (
        <p>
          <TargetLink articleId={article.id} target="differences">
            {t('evidence.differences.here')}
          </TargetLink>
        </p>
      ) : null}
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

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { statisticSchema, type Effect } from '#shared/evidence/effect.ts'
import type { EvidenceEntry } from '#shared/evidence/evidence-item.ts'
import { monthInWords } from '#renderer/lib/dates.ts'
import { ForestPlots } from '#renderer/parts/charts/forest-plots.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import { FindingsTable } from './findings-table.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './article.module.css'

/** Every finding with its figure, one drawing per shared axis, and the meaning of the figures. */
export function Findings({ entry, target }: { entry: EvidenceEntry; target: string }) {
  const { t } = useTranslation()
  const { article } = entry
  // A draft without a design and a size has no basis yet for sorting or weighing its findings.
  const compared = useMemo(() => (entry.state === 'complete' ? [entry.article] : []), [entry])
  if (article.effects.length === 0) return null
  return (
    <section className={styles['findings']} aria-labelledby="figures">
      <h2 id="figures" tabIndex={-1} className={styles['target']}>
        {t('evidence.findings.title')}
      </h2>
      <p className={common['secondary']}>
        {t('evidence.findings.intro')}{' '}
        {article.chosenBy === undefined ? <SummarySource source={article.source} /> : null}
      </p>
      <ForestPlots articles={compared} />
      <FindingsTable article={article} target={target} />
      <Disclosure title={t('evidence.meaning.title')}>
        <FigureMeanings effects={article.effects} />
      </Disclosure>
    </section>
  )
}

function SummarySource({ source }: { source: ArticleDraft['source'] }) {
  const { t } = useTranslation()
  if (source === undefined) return null
  const { publication, month } = source
  return month === undefined
    ? t('evidence.findings.summaryByNoMonth', { publication })
    : t('evidence.findings.summaryBy', { publication, month: monthInWords(month) })
}

/** Explains each kind of figure in these findings; shares and counts need no explanation. */
function FigureMeanings({ effects }: { effects: readonly Effect[] }) {
  const { t } = useTranslation()
  const used = statisticSchema.options.filter((statistic) =>
    effects.some((effect) => effect.statistic === statistic),
  )
  return (
    <ul className={joinClasses(styles['meanings'], stackClass({ gap: 8 }))}>
      {used.map((statistic) =>
        statistic === 'percent' || statistic === 'count' ? null : (
          <li key={statistic}>{t(`evidence.meaning.${statistic}`)}</li>
        ),
      )}
      {effects.some(({ ci }) => ci !== undefined) ? <li>{t('evidence.meaning.interval')}</li> : null}
      {effects.some(({ t: tValue }) => tValue !== undefined) ? <li>{t('evidence.meaning.t')}</li> : null}
      {effects.some(({ p }) => p !== undefined) ? <li>{t('evidence.meaning.p')}</li> : null}
    </ul>
  )
}

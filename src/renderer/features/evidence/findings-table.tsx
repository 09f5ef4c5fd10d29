import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import type { Effect } from '#shared/evidence/effect.ts'
import { strengthOf } from '#shared/evidence/strength.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Table, type TableColumn } from '#renderer/ui/table.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { DifferenceWords } from './difference-words.tsx'
import { figureWords, intervalWords, numberWords, testWords } from './figure-words.ts'
import { pairsInStep } from './pairs-in-step.ts'
import common from '#renderer/ui/common.module.css'
import styles from './article.module.css'

/** The findings as a table, those from the published abstract first, without empty columns. */
export function FindingsTable({ article, target }: { article: ArticleDraft; target: string }) {
  const { t } = useTranslation()
  const notGiven = <NotGiven />
  const columns: TableColumn<Effect>[] = [
    {
      id: 'finding',
      header: t('evidence.findings.finding'),
      cell: (effect) => (
        <FindingCell article={article} effect={effect} isFollowed={target === `effect-${effect.id}`} />
      ),
      isRowHeader: true,
    },
    { id: 'figure', header: t('evidence.findings.figure'), cell: (effect) => <Figure effect={effect} /> },
  ]
  if (article.effects.some(({ ci }) => ci !== undefined)) {
    columns.push({
      id: 'interval',
      header: t('evidence.findings.interval'),
      cell: (effect) => intervalWords(t, effect) ?? notGiven,
    })
  }
  if (article.effects.some(({ n }) => n !== undefined)) {
    columns.push({
      id: 'size',
      header: t('evidence.findings.size'),
      cell: ({ n }) =>
        n === undefined ? notGiven : t('evidence.size', { size: numberWords(n.count), what: n.of }),
    })
  }
  const groups = (['abstract', 'summary'] as const)
    .map((source) => ({
      id: source,
      label: t(`evidence.findings.${source}`),
      rows: article.effects.filter(({ reportedIn }) => reportedIn === source),
    }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <Table
      caption={t('evidence.findings.caption')}
      isCaptionHidden
      columns={columns}
      groups={groups}
      rowId={({ id }) => id}
    />
  )
}

function Figure({ effect }: { effect: Effect }) {
  const { t } = useTranslation()
  const test = testWords(t, effect)
  return (
    <div className={styles['figure']}>
      <p
        className={
          effect.statistic === 'direction' ? joinClasses(common['note'], styles['quiet']) : undefined
        }
      >
        {figureWords(t, effect)}
      </p>
      {test === '' ? null : <p className={joinClasses(common['note'], styles['quiet'])}>{test}</p>}
    </div>
  )
}

function NotGiven() {
  const { t } = useTranslation()
  return (
    <>
      <span aria-hidden>{t('evidence.findings.notGivenSign')}</span>
      <VisuallyHidden>{t('evidence.findings.notGiven')}</VisuallyHidden>
    </>
  )
}

/** A finding, and below it what readers must not miss: its meaning in pairs, notes, and differences between sources. */
function FindingCell({
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
      <div className={joinClasses(common['note'], styles['asides'])}>
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

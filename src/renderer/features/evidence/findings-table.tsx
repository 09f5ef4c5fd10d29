import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import type { Effect } from '#shared/evidence/effect.ts'
import { Table, type TableColumn } from '#renderer/ui/table.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { figureWords, intervalWords, numberWords, testWords } from './figure-words.ts'
import { FindingCell } from './finding-cell.tsx'
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
      <p className={effect.statistic === 'direction' ? styles['quiet'] : undefined}>
        {figureWords(t, effect)}
      </p>
      {test === '' ? null : <p className={styles['quiet']}>{test}</p>}
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

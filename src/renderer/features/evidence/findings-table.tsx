import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import type { Effect } from '#shared/evidence/effect.ts'
import { strengthOf } from '#shared/evidence/strength.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Table, type TableColumn } from '#renderer/ui/table.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { FindingAsides } from './finding-asides.tsx'
import { figureWords, intervalWords, numberWords, testWords } from './figure-words.ts'
import common from '#renderer/ui/common.module.css'
import styles from './article.module.css'

/**
 * The findings as a table, those from the published abstract first, without empty columns. A finding that is shown
 * above the text already has its place in the address there.
 */
export function FindingsTable({ article, target }: { article: ArticleDraft; target: string }) {
  const { t } = useTranslation()
  const notGiven = <NotGiven />
  const columns: TableColumn<Effect>[] = [
    {
      id: 'finding',
      header: t('evidence.findings.finding'),
      cell: (effect) => (
        <FindingCell article={article} effect={effect} isShownAbove={target === `effect-${effect.id}`} />
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

/** A finding, and below it what readers must not miss. */
function FindingCell({
  article,
  effect,
  isShownAbove,
}: {
  article: ArticleDraft
  effect: Effect
  isShownAbove: boolean
}) {
  return (
    <div id={isShownAbove ? undefined : `effect-${effect.id}`} tabIndex={-1} className={styles['finding']}>
      <p>{effect.claim}</p>
      {effect.design === undefined || effect.design === article.design ? null : (
        <p className={common['note']}>
          {strengthOf({ design: effect.design, sample: article.sample }, effect).words}
        </p>
      )}
      <FindingAsides article={article} effect={effect} />
    </div>
  )
}

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/evidence/article.ts'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { groupForForest } from './forest-groups.ts'
import type { ForestGroup } from './forest-groups.ts'
import { ForestPlot } from './forest-plot.tsx'
import common from '#renderer/ui/common.module.css'

const fewestSideBySide = 2

/**
 * The figures of one or more summaries: a plot for each statistic with at least two findings or an interval, and a
 * list of all other findings, each with the reason. Shows nothing if there is nothing to draw.
 */
export function ForestPlots({
  articles,
  headingLevel = 3,
}: {
  articles: readonly Article[]
  headingLevel?: 2 | 3 | 4 | undefined
}) {
  const { t } = useTranslation()
  const { groups, leftOut } = useMemo(
    () =>
      groupForForest(articles.flatMap((article) => article.effects.map((effect) => ({ article, effect })))),
    [articles],
  )
  const drawn = groups.filter(isDrawn)
  if (drawn.length === 0) return null
  const alone = groups
    .filter((group) => !isDrawn(group))
    .flatMap(({ rows }) =>
      rows.map(({ id, label, source }) => ({ id, label, source, reason: 'alone' as const })),
    )
  const absent = [...leftOut, ...alone]
  return (
    <Stack gap={32}>
      {drawn.map((group) => (
        <ForestPlot
          key={group.id}
          title={titleOf(group)}
          rows={group.rows}
          statistic={group.statistic}
          headingLevel={headingLevel}
        />
      ))}
      {absent.length === 0 ? null : (
        <Disclosure title={t('charts.forest.leftOut.title', { count: absent.length })}>
          <ul className={joinClasses(common['bullets'], stackClass({ gap: 8 }))}>
            {absent.map(({ id, label, source, reason }) => (
              <li key={id}>
                {source === null ? label : t('charts.forest.leftOut.from', { label, source })}{' '}
                <span className={common['muted']}>{t(`charts.forest.leftOut.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Stack>
  )

  function titleOf({ statistic, rows }: ForestGroup): string {
    const name = t(`charts.forest.${rows.length < fewestSideBySide ? 'alone' : 'title'}.${statistic}`)
    const source = statistic === 'b' || statistic === 'indirect-effect' ? (rows[0]?.source ?? null) : null
    return source === null ? name : t('charts.forest.title.withinStudy', { name, source })
  }
}

/** A drawing of one figure adds nothing to its number, but an interval shows its distance from no effect. */
function isDrawn({ rows }: ForestGroup): boolean {
  return rows.length >= fewestSideBySide || rows.some(({ interval }) => interval !== null)
}

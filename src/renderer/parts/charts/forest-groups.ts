import type { Article } from '#shared/evidence/article.ts'
import type { Effect } from '#shared/evidence/effect.ts'
import { strengthOf } from '#shared/evidence/strength.ts'
import type { Strength } from '#shared/evidence/strength.ts'

/** The statistics that fit an axis with a point of no effect; only `d` and `g` share one. */
export type ForestStatistic =
  'r' | 'd-or-g' | 'beta' | 'b' | 'indirect-effect' | 'r-squared-change' | 'hazard-ratio' | 'times-as-likely'

/** One finding of a forest plot, in the unit of its own statistic. */
export type ForestRow = {
  id: string
  /** The finding in words. */
  label: string
  /** The study's short citation; null if the page around the chart shows it. */
  source: string | null
  /** The statistic as printed: distinguishes `d` and `g` within `d-or-g`. */
  statistic: Effect['statistic']
  value: number
  /** The confidence interval, `level` in percent; null if none was printed. */
  interval: { level: number; low: number; high: number } | null
  n: { count: number; of: string } | null
  strength: Strength
  year: number | null
}

/** Comparable findings, sorted by design (strongest first), then by year. */
export type ForestGroup = { id: string; statistic: ForestStatistic; rows: readonly ForestRow[] }

/** Why a finding can't be in a forest plot. */
export type LeftOutReason = 'no-figure' | 'range' | 'share-or-count' | 'not-above-zero'

/** A finding in no plot, with the reason. */
export type LeftOut = { id: string; label: string; source: string | null; reason: LeftOutReason }

// These are in units of a study's own scales, so two studies never share an axis.
const withinOneStudy: ReadonlySet<ForestStatistic> = new Set<ForestStatistic>(['b', 'indirect-effect'])

const ratios: ReadonlySet<ForestStatistic> = new Set<ForestStatistic>(['hazard-ratio', 'times-as-likely'])

/** Whether a statistic is a ratio: its point of no effect is 1, and 0.5 is as far from it as 2. */
export function isRatio(statistic: ForestStatistic): boolean {
  return ratios.has(statistic)
}

/**
 * Sorts the findings of articles into groups that may share an axis, and lists all findings that can't be drawn.
 *
 * Groups are in the order in which their statistics first appear. A range of several figures is not an interval of
 * one, and a share or a count has no point of no effect, so neither is drawn.
 */
export function groupForForest(findings: readonly { article: Article; effect: Effect }[]): {
  groups: ForestGroup[]
  leftOut: LeftOut[]
} {
  const groups = new Map<string, { statistic: ForestStatistic; rows: ForestRow[] }>()
  const leftOut: LeftOut[] = []
  const hasOneSource = new Set(findings.map(({ article }) => article.id)).size < 2
  for (const { article, effect } of findings) {
    const id = `${article.id} ${effect.id}`
    const source = hasOneSource ? null : article.shortCitation
    const statistic = forestStatistic(effect.statistic)
    const reason = reasonToLeaveOut(effect, statistic)
    if (statistic === null || effect.value === undefined || reason !== null) {
      leftOut.push({ id, label: effect.claim, source, reason: reason ?? 'no-figure' })
      continue
    }
    const groupId = withinOneStudy.has(statistic) ? `${statistic} ${article.id}` : statistic
    const group = groups.get(groupId) ?? { statistic, rows: [] }
    groups.set(groupId, group)
    group.rows.push({
      id,
      label: effect.claim,
      source,
      statistic: effect.statistic,
      value: effect.value,
      interval: effect.ci ?? null,
      n: effect.n ?? null,
      strength: strengthOf(article, effect),
      year: article.year ?? null,
    })
  }
  return {
    groups: [...groups].map(([id, { statistic, rows }]) => ({
      id,
      statistic,
      rows: rows.toSorted(byDesignThenYear),
    })),
    leftOut,
  }
}

/** Sorts by strength of design, then by year; findings without a year come last. */
export function byDesignThenYear(one: ForestRow, other: ForestRow): number {
  const design = other.strength.order - one.strength.order
  if (design !== 0) return design
  return (one.year ?? Number.MAX_SAFE_INTEGER) - (other.year ?? Number.MAX_SAFE_INTEGER)
}

function forestStatistic(statistic: Effect['statistic']): ForestStatistic | null {
  switch (statistic) {
    case 'd':
    case 'g':
      return 'd-or-g'
    case 'percent':
    case 'count':
    case 'direction':
      return null
    default:
      return statistic
  }
}

function reasonToLeaveOut(effect: Effect, statistic: ForestStatistic | null): LeftOutReason | null {
  if (effect.statistic === 'direction') return 'no-figure'
  if (statistic === null) return 'share-or-count'
  if (effect.range !== undefined) return 'range'
  if (effect.value === undefined) return 'no-figure'
  const lowest = Math.min(effect.value, effect.ci?.low ?? effect.value)
  return isRatio(statistic) && lowest <= 0 ? 'not-above-zero' : null
}

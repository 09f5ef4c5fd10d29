import type { TFunction } from 'i18next'
import type { LevelledSeries } from '#shared/overview/client-overview.ts'
import type { LinePlotView } from '#renderer/parts/charts/line-plot-types.ts'
import type { Past } from '../past-sessions.ts'
import type { SessionRange } from '../session-range.ts'
import { trajectoryView } from '../trajectory-view.ts'

/** The course of one scale, with an id that tells it from the others. */
export type LinePanel = LinePlotView & { readonly id: string }

const directions = { 'higher-is-better': 'higher', 'lower-is-better': 'lower', neutral: null } as const

/** Draws one series and the other rater's of the same. */
export function lineOf(past: Past, series: LevelledSeries, t: TFunction): LinePanel {
  const view = trajectoryView(past, [], series, t)
  return {
    id: series.id,
    title: view.title,
    sentence: view.sentence,
    sessions: view.sessions,
    formChanges: view.formChanges ?? [],
    scaleBottom: series.minimum,
    scaleTop: series.maximum,
    betterIs: directions[series.direction],
    hasTherapist: view.hasTherapist ?? false,
    scores: [],
    corridor: null,
    note: null,
  }
}

/** The part of a plot in a range. A corridor begins at its baseline, or at the first session shown. */
export function lineWithin(panel: LinePanel, { from, to }: SessionRange): LinePanel {
  const { corridor } = panel
  return {
    ...panel,
    sessions: panel.sessions.slice(from, to + 1),
    formChanges: panel.formChanges
      .filter((index) => index > from && index <= to)
      .map((index) => index - from),
    corridor: corridor === null || corridor.from > to ? null : { ...corridor, from: corridor.from - from },
  }
}

/** One scale in the readout; null if the session has no score on it. */
export function lineWords(panel: LinePanel, index: number, t: TFunction): string | null {
  const { client = null, therapist = null, before, isTotal = false } = panel.sessions[index] ?? {}
  const name = panel.title
  const early = [
    ...(before?.client == null ? [] : [t('panels.raters.clientBefore', { value: before.client })]),
    ...(before?.therapist == null ? [] : [t('panels.raters.therapistBefore', { value: before.therapist })]),
  ]
  const scores = scoresInWords({ name, client, therapist, hasTherapist: panel.hasTherapist }, t)
  const words = scores === null || !isTotal ? scores : t('charts.totalOnly', { score: scores })
  return words === null || early.length === 0 ? words : t('panels.raters.before', { words, early })
}

function scoresInWords(
  {
    name,
    client,
    therapist,
    hasTherapist,
  }: { name: string; client: number | null; therapist: number | null; hasTherapist: boolean },
  t: TFunction,
): string | null {
  if (client === null) return therapist === null ? null : t('panels.raters.therapist', { name, therapist })
  if (!hasTherapist) return t('panels.raters.alone', { name, client })
  return therapist === null
    ? t('panels.raters.client', { name, client })
    : t('panels.raters.both', { name, client, therapist })
}

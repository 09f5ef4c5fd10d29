import type { TFunction } from 'i18next'
import { listInWords } from '#renderer/lib/lists.ts'
import type { StripRow } from '#renderer/parts/charts/strip-types.ts'
import { scoreBefore, type Past } from '../past-sessions.ts'
import { valuesOf } from '../series-values.ts'
import { emotionSeries } from './emotion-series.ts'
import { missedAndUnrated } from './missed-and-unrated.ts'
import { missingAt, type StripPanel } from './panel.ts'

/** The client's emotions, a row each; null if none was rated. */
export function emotionsPanel(past: Past, t: TFunction): StripPanel | null {
  const emotions = emotionSeries(past).map((series) => ({ series, values: valuesOf(past, series) }))
  if (emotions.length === 0) return null
  const hidden = past.sessions.filter(({ hasHiddenEmotions }) => hasHiddenEmotions).length
  const notes = [
    ...missedAndUnrated(past, emotions, t),
    ...(hidden === 0 ? [] : [t('client.congruence.hidden', { count: hidden })]),
  ]
  return {
    id: 'emotions',
    sentence: sentenceOf(past, emotions, t),
    note: notes.length === 0 ? null : notes.join(' '),
    rows: emotions.map(({ series, values }): StripRow => {
      const last = values.findLast((value) => value !== null) ?? null
      return {
        id: series.id,
        name: series.title,
        note: last === null ? null : t('panels.emotions.last', { value: last }),
        content: { kind: 'level', values, minimum: series.minimum, maximum: series.maximum },
        wordsAt: (index) => {
          const value = values[index] ?? null
          if (value === null) return missingAt(past, index, t)
          const [after, before] = [t('panels.plain', { value }), scoreBefore(past.sessions[index], series)]
          return before === null ? after : t('charts.alsoBefore', { after, before })
        },
      }
    }),
  }
}

type Emotion = { series: { title: string }; values: readonly (number | null)[] }

/** The strongest emotions of the session rated last, and how many sessions were rated. */
function sentenceOf({ sessions }: Past, emotions: readonly Emotion[], t: TFunction): string {
  const isRated = (index: number) => emotions.some(({ values }) => (values[index] ?? null) !== null)
  const rated = sessions.flatMap((_, index) => (isRated(index) ? [index] : []))
  const last = rated.at(-1) ?? 0
  const then = emotions.flatMap(({ series, values }) => {
    const value = values[last] ?? null
    return value === null ? [] : [{ name: series.title, value }]
  })
  const value = Math.max(...then.map((each) => each.value))
  const strongest = then.filter((each) => each.value === value)
  return t(`panels.emotions.${strongest.length === then.length && then.length > 1 ? 'none' : 'strongest'}`, {
    session: sessions[last]?.number ?? 0,
    names: listInWords(strongest.map(({ name }) => name)),
    value,
    count: rated.length,
  })
}

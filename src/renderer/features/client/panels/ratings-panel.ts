import type { TFunction } from 'i18next'
import type { LevelledSeries } from '#shared/overview/client-overview.ts'
import type { StripRow } from '#renderer/parts/charts/strip-types.ts'
import { measureName } from '../measures.ts'
import { scoreBefore, type Past } from '../past-sessions.ts'
import { valuesOf } from '../series-values.ts'
import { missedAndUnrated } from './missed-and-unrated.ts'
import { missingAt, type StripPanel } from './panel.ts'

/** A row for each of these series, each on its own scale; null if there is none. */
export function ratingsPanel(past: Past, series: readonly LevelledSeries[], t: TFunction): StripPanel | null {
  if (series.length === 0) return null
  const drawn = inPairs(series).map((each) => ({
    series: each,
    name: rowName(each, series, t),
    values: valuesOf(past, each),
  }))
  const low = drawn.filter((each) => each.series.direction === 'lower-is-better').map(({ name }) => name)
  const notes = [
    ...(low.length === 0 ? [] : [t('panels.ratings.lower', { names: low })]),
    ...missedAndUnrated(past, drawn, t),
  ]
  return {
    id: 'ratings',
    sentence: t('panels.ratings.sentence', { count: drawn.length }),
    note: notes.length === 0 ? null : notes.join(' '),
    rows: drawn.map((each): StripRow => rowOf(past, each, t)),
  }
}

function rowOf(
  past: Past,
  { series, name, values }: { series: LevelledSeries; name: string; values: readonly (number | null)[] },
  t: TFunction,
): StripRow {
  const last = values.findLast((value) => value !== null) ?? null
  return {
    id: series.id,
    name,
    note: last === null ? null : t('panels.emotions.last', { value: last }),
    content: { kind: 'level', values, rater: series.rater, minimum: series.minimum, maximum: series.maximum },
    wordsAt: (index) => {
      const value = values[index] ?? null
      if (value === null) return missingAt(past, index, t)
      const [after, before] = [t('panels.plain', { value }), scoreBefore(past.sessions[index], series)]
      return before === null ? after : t('charts.alsoBefore', { after, before })
    },
  }
}

/**
 * The client's series, parts of the alliance first, each followed by the therapist's of the same; then the therapist's
 * others.
 */
function inPairs(series: readonly LevelledSeries[]): LevelledSeries[] {
  const isPart = ({ construct }: LevelledSeries) => construct.startsWith('alliance')
  const ofClient = series.filter(({ rater }) => rater === 'client')
  const clients = [...ofClient.filter(isPart), ...ofClient.filter((each) => !isPart(each))]
  const paired = clients.map((each) => series.find(({ id }) => id === each.pair?.id))
  const alone = series.filter((each) => each.rater === 'therapist' && !paired.includes(each))
  return [...clients.flatMap((each, index) => [each, paired[index] ?? []].flat()), ...alone]
}

/** The scale's own title, or the name with its form if another row has the same title. */
function rowName(series: LevelledSeries, all: readonly LevelledSeries[], t: TFunction): string {
  const isShared = all.some(
    ({ id, rater, title }) => id !== series.id && rater === series.rater && title === series.title,
  )
  if (isShared) return measureName(series, t)
  return series.rater === 'therapist' ? t('panels.ratings.yours', { name: series.title }) : series.title
}

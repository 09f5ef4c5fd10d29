import type { TFunction } from 'i18next'
import type { LevelledSeries } from '#shared/overview/client-overview.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { Past } from './past-sessions.ts'

/** The scales of Attune's own forms that the chart has words for. */
const ownMeasures = [
  'alliance',
  'goals',
  'tasks',
  'bond',
  'overall',
  'felt-empathy',
  'helpfulness',
  'accomplishment',
] as const
type OwnMeasure = (typeof ownMeasures)[number]

/** The client's series that the chart can show: the one that leads first, then the others rated for the session. */
export function measuresOf({ series, lead }: Pick<Past, 'series' | 'lead'>): LevelledSeries[] {
  const shown = series.filter(
    ({ rater, frame, construct, id }) =>
      rater === 'client' && frame === 'this-session' && construct !== 'emotions' && id !== lead.client?.id,
  )
  return lead.client === null ? shown : [lead.client, ...shown]
}

function ownMeasure({ instrumentId, scaleId }: LevelledSeries): OwnMeasure | null {
  const isOwn =
    instrumentId === ownInstruments.allianceClient || instrumentId === ownInstruments.sessionExperience
  return isOwn ? (ownMeasures.find((measure) => measure === scaleId) ?? null) : null
}

/** What a series is called: in Attune's own words for its own forms, otherwise in those of the instrument. */
export function measureName(series: LevelledSeries, t: TFunction): string {
  const own = ownMeasure(series)
  const name =
    own === null
      ? t('client.course.foreign', { scale: series.title, instrument: series.instrumentTitle })
      : t(`client.course.measure.${own}`)
  const version = earlierVersion(series)
  return version === null ? name : t('client.course.earlierForm', { name, version })
}

/** The version of a series whose form has changed since; null for the newest. */
function earlierVersion({ id }: LevelledSeries): string | null {
  return /@(\d+)$/.exec(id)?.[1] ?? null
}

/** The same within a sentence. */
export function measureInSentence(series: LevelledSeries, t: TFunction): string {
  const own = ownMeasure(series)
  if (own !== null) return t(`client.course.measureInSentence.${own}`)
  return t('client.course.foreignInSentence', { scale: series.title, instrument: series.instrumentTitle })
}

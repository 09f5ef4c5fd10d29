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

/**
 * The series that the chart can show: the one that leads first, then the client's others that were rated for a session,
 * by either person, then the therapist's own alliance if it stands on no form of the client's.
 */
export function measuresOf({
  series,
  lead,
  course,
}: Pick<Past, 'series' | 'lead' | 'course'>): LevelledSeries[] {
  const isRated = (id: string) => series.some((each) => each.id === id && each.level.rated > 0)
  const shown = series.filter(
    ({ rater, frame, construct, id, pair }) =>
      rater === 'client' &&
      frame === 'this-session' &&
      construct !== 'emotions' &&
      id !== lead.client?.id &&
      (isRated(id) || (pair !== null && isRated(pair.id))),
  )
  const { client, therapist } = lead
  const isAlone = therapist !== null && course?.isSameMetric === false && therapist.level.rated > 0
  return [...(client === null ? [] : [client]), ...shown, ...(isAlone ? [therapist] : [])]
}

function ownMeasure({ instrumentId, scaleId }: LevelledSeries): OwnMeasure | null {
  const isOwn =
    instrumentId === ownInstruments.allianceClient || instrumentId === ownInstruments.sessionExperience
  return isOwn ? (ownMeasures.find((measure) => measure === scaleId) ?? null) : null
}

/** What a series is called: in Attune's own words for its own forms, otherwise in those of the instrument. */
export function measureName(series: LevelledSeries, t: TFunction): string {
  const own = ownMeasure(series)
  const ownName =
    own === null
      ? t('client.course.foreign', { scale: series.title, instrument: series.instrumentTitle })
      : t(`client.course.measure.${own}`)
  const name = series.rater === 'therapist' ? t('client.course.ofTherapist', { name: ownName }) : ownName
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

import type { BundledClient } from '../bundles/bundled-client.ts'
import { countsInCourse } from '../records/session.ts'

export type BundledSession = BundledClient['sessions'][number]
export type BundledSeries = BundledClient['series'][number]
export type BundledEpisode = BundledClient['episodes'][number]

/** The sessions that take a place in the course of the ratings, in the order of their numbers. */
export function courseSessions({ sessions }: BundledClient): BundledSession[] {
  return sessions.filter(({ status }) => countsInCourse(status))
}

/** The ratings of a series for some sessions; null where there is none. */
export function ratingsIn(
  { scores }: Pick<BundledSeries, 'scores'>,
  sessions: readonly BundledSession[],
): (number | null)[] {
  const values = new Map(scores.map(({ session, value }) => [session, value]))
  return sessions.map(({ number }) => values.get(number) ?? null)
}

/** The client's alliance: the series that the therapist leads with, or else the first; null if none was shared. */
export function allianceOf({ series, lead }: BundledClient): BundledSeries | null {
  const alliances = series.filter(({ rater, construct }) => rater === 'client' && construct === 'alliance')
  return alliances.find(({ id }) => id === lead) ?? alliances[0] ?? null
}

/**
 * The therapist's ratings of the same as a series of the client's; null if none were shared. A bundle doesn't say which
 * forms belong together, so only a scale of the same name, meaning, range and step counts.
 */
export function pairOfBundled(series: BundledSeries, { series: all }: BundledClient): BundledSeries | null {
  const alike = (['scaleId', 'construct', 'frame', 'minimum', 'maximum', 'step', 'direction'] as const).map(
    (field) => (other: BundledSeries) => other[field] === series[field],
  )
  const found = all
    .filter(({ rater }) => rater !== series.rater)
    .filter((other) => alike.every((is) => is(other)))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The falls at rupture level in the client's alliance, by their lowest session. */
export function rupturesIn(client: BundledClient): BundledEpisode[] {
  const alliance = allianceOf(client)
  return client.episodes
    .filter(({ series, level }) => series === alliance?.id && level === 'rupture')
    .toSorted((one, other) => one.trough - other.trough)
}

/**
 * Whether the therapist or the client noted a strain while a fall lasted. Null if the marks or a session of that time
 * were not shared, because the note may be there.
 */
export function isNoted(
  { peak, end }: BundledEpisode,
  { sessions, ruptures }: BundledClient,
): boolean | null {
  if (ruptures === 'left-out') return null
  const last = end ?? sessions.at(-1)?.number ?? peak
  const during = sessions.filter(({ number }) => number > peak && number <= last)
  if (during.some(({ rupture }) => rupture !== null)) return true
  return during.length === last - peak ? false : null
}

/**
 * The client's alliance when a session was over and now: the newest rating up to the session, null without one, and the
 * newest after it. Null if none came after it.
 */
export function allianceSince(
  client: BundledClient,
  session: number,
): { readonly before: number | null; readonly now: number } | null {
  const scores = (allianceOf(client)?.scores ?? []).toSorted((one, other) => one.session - other.session)
  const now = scores.findLast((score) => score.session > session)
  if (now === undefined) return null
  return { before: scores.findLast((score) => score.session <= session)?.value ?? null, now: now.value }
}

import type { CongruencePair } from '#renderer/parts/charts/congruence-plot-spots.ts'
import type { LinePlotView } from '#renderer/parts/charts/line-plot-types.ts'
import type { SlopeRow } from '#renderer/parts/charts/slope-types.ts'
import type { StripRow } from '#renderer/parts/charts/strip-types.ts'
import type { TrajectoryEpisode, TrajectorySession } from '#renderer/parts/charts/trajectory-types.ts'
import { gallery } from './words.ts'

const words = gallery.lengths

/** The lengths of a course that every plot must draw well. */
export const courseLengths = [1, 5, 40, 500] as const

/** Sessions a week apart, every seventh without the client's rating and every eleventh missed. */
export function sessionsOf(count: number): TrajectorySession[] {
  const firstDay = Date.parse('2016-01-05')
  return Array.from({ length: count }, (_, index) => {
    const isMissed = index % 11 === 10
    const isRated = !isMissed && index % 7 !== 6
    return {
      number: index + 1,
      date: new Date(firstDay + (index + (index > 20 ? 6 : 0)) * 7 * 86_400_000).toISOString().slice(0, 10),
      status: isMissed ? 'no-show' : 'held',
      client: isRated ? ratingAt(index, 1) : null,
      therapist: isMissed ? null : ratingAt(index, 2),
      missingReason: isRated ? null : words.missing,
    }
  })
}

/** A fall for every forty sessions, the last of them open. */
export function episodesOf(count: number): TrajectoryEpisode[] {
  const falls = Math.floor(count / 40)
  return Array.from({ length: falls }, (_, index): TrajectoryEpisode => ({
    label: `R${index + 1}`,
    state: index === falls - 1 ? 'open' : 'repaired',
    level: 'rupture',
    peakIndex: 20 + index * 40,
    troughIndex: 23 + index * 40,
    endIndex: index === falls - 1 ? null : 26 + index * 40,
  }))
}

/** A questionnaire of which less is better, with its cut-off and the corridor from the first session. */
export function outcomeOf(count: number): LinePlotView {
  return {
    title: words.outcome,
    sentence: words.of(count),
    sessions: sessionsOf(count).map((session) => ({
      ...session,
      client: session.client === null ? null : Math.round(session.client * 2.4),
      therapist: null,
    })),
    formChanges: count > 20 ? [18] : [],
    scaleBottom: 0,
    scaleTop: 27,
    betterIs: 'lower',
    hasTherapist: false,
    scores: [
      { value: 10, isCutoff: true, words: words.cutoff },
      { value: 11, isCutoff: false, words: words.better },
      { value: 23, isCutoff: false, words: words.worse },
    ],
    corridor: { from: 0, low: 11, high: 23 },
    note: null,
  }
}

/** A row of each kind: levels of both raters, distances, steps, and things that happened. */
export function stripRowsOf(count: number): StripRow[] {
  const sessions = sessionsOf(count)
  const clients = sessions.map(({ client }) => client)
  const therapists = sessions.map(({ therapist }) => therapist)
  const offsets = clients.map((client, index) => (client === null ? null : ((index * 3) % 7) - 3))
  const noted = sessions
    .filter((_, index) => index % 13 === 0)
    .map(({ number }) => ({ index: number - 1, to: number - 1, words: words.noted }))
  const spans = episodesOf(count).map(({ label, peakIndex, endIndex }) => ({
    index: peakIndex,
    to: endIndex ?? count - 1,
    words: label,
  }))
  const ends = { minimum: 0, maximum: 10 }
  const row = (id: string, name: string, content: StripRow['content'], note: string | null): StripRow => ({
    id,
    name,
    note,
    content,
    wordsAt: (index) => `${name} ${index + 1}`,
  })
  return [
    row('events', words.events, { kind: 'moments', mark: 'diamond', moments: noted }, null),
    row('falls', words.falls, { kind: 'moments', mark: 'span', moments: spans }, null),
    row('level', words.level, { kind: 'level', values: clients, ...ends }, words.last),
    row('own', words.own, { kind: 'level', values: therapists, rater: 'therapist', ...ends }, words.last),
    row('offset', words.offset, { kind: 'offset', values: offsets, reach: 4, ...words.reach }, words.last),
    row('change', words.change, { kind: 'change', before: clients, after: therapists, ...ends }, words.last),
  ]
}

/** Slopes as wide as so few or so many sessions make them. */
export function slopesOf(count: number): SlopeRow[] {
  const half = 4 / Math.sqrt(count + 3)
  return words.feelings.flatMap((name, index) =>
    (['same', 'next'] as const).map((session): SlopeRow => {
      const points = Math.round(Math.sin(index * 2 + (session === 'next' ? 1 : 0)) * 10) / 10
      return {
        id: `${name}-${session}`,
        name,
        session,
        sessionName: words.session[session],
        points,
        low: points - half,
        high: points + half,
        n: Math.max(1, count - index),
      }
    }),
  )
}

/** The sessions that both rated. */
export function pairsOf(count: number): CongruencePair[] {
  return sessionsOf(count).flatMap(({ number, date, client, therapist }) =>
    date === null || client === null || therapist === null ? [] : [{ number, date, client, therapist }],
  )
}

/** A rating around 7, the same at every start. */
function ratingAt(index: number, seed: number): number {
  const swing = Math.sin(index / 17 + seed) + Math.sin(index * 1.7 + seed) * 0.8
  const drop = index % 40 >= 21 && index % 40 <= 24 ? 2.5 : 0
  return Math.round(Math.min(10, Math.max(0, 7 + swing - drop)) * 2) / 2
}

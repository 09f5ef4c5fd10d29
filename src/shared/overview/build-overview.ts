import { congruence, ruptureEpisodes, withinBetween } from '../analytics/index.ts'
import { minimumRatings } from '../analytics/minimum-ratings.ts'
import type { Client } from '../sessions/client.ts'
import type { ScoreKey } from '../sessions/score-key.ts'
import type { ClientOverview, Episode, SessionSummary } from './client-overview.ts'

/** Attune rule 1 on the alliance scales: 0–10, the mean of four whole-number items. */
export const episodeParameters = { scaleRange: 10, step: 0.25 } as const

export type OverviewWithoutPrompts = Omit<ClientOverview, 'prompts'>

/** Works out what a client's page shows from the client's sessions, in order of their numbers. */
export function buildOverview(client: Client, sessions: readonly SessionSummary[]): OverviewWithoutPrompts {
  // A session still ahead has no rating yet; it must not count as one that was missed.
  const past = sessions.filter(({ status }) => status !== 'planned')
  const series = (key: ScoreKey) => past.map(({ scores }) => scores[key] ?? null)
  const positions = sessions.flatMap(({ status }, index) => (status === 'planned' ? [] : [index]))
  const episodesOf = (rater: Episode['rater']): Episode[] =>
    ruptureEpisodes(series(`${rater}.alliance`), episodeParameters).map((episode) => {
      const place = (index: number) => positions[index] ?? index
      return {
        rater,
        ...episode,
        peak: place(episode.peak),
        trough: place(episode.trough),
        end: episode.end === null ? null : place(episode.end),
        missed: episode.missed.map(place),
      }
    })
  return {
    client,
    sessions: [...sessions],
    episodes: [...episodesOf('client'), ...episodesOf('therapist')],
    clientAllianceMean: meanOf(series('client.alliance')),
    therapistAllianceMean: meanOf(series('therapist.alliance')),
    allianceCongruence: shownCongruence(series('client.alliance'), series('therapist.alliance')),
    negativeEmotionAccuracy: shownCongruence(series('client.negative'), series('therapist.guess-negative')),
    positiveEmotionAccuracy: shownCongruence(series('client.positive'), series('therapist.guess-positive')),
  }
}

type Series = readonly (number | null)[]

function meanOf(series: Series) {
  const { mean, n } = withinBetween(series)
  return { mean, n }
}

function shownCongruence(client: Series, therapist: Series): ClientOverview['allianceCongruence'] {
  const found = congruence(client, therapist)
  return found && found.pairs >= minimumRatings.congruence ? found : null
}

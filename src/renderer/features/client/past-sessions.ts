import type { ClientOverview, Episode, SessionSummary } from '#shared/overview/client-overview.ts'

/** An overview without future sessions; the episodes' indices count the remaining ones. */
export type Past = {
  sessions: readonly SessionSummary[]
  episodes: readonly Episode[]
} & Pick<ClientOverview, 'parameters' | 'changedParameters'>

/** Removes planned sessions, as the analytics do: a future session is not a missing rating. */
export function pastOf({
  sessions,
  episodes,
  parameters,
  changedParameters,
}: Pick<ClientOverview, 'sessions' | 'episodes' | 'parameters' | 'changedParameters'>): Past {
  const places: number[] = []
  const past: SessionSummary[] = []
  for (const session of sessions) {
    places.push(past.length)
    if (session.status !== 'planned') past.push(session)
  }
  const place = (index: number) => places[index] ?? index
  return {
    parameters,
    changedParameters,
    sessions: past,
    episodes: episodes.map((episode) => ({
      ...episode,
      peak: place(episode.peak),
      trough: place(episode.trough),
      end: episode.end === null ? null : place(episode.end),
      missed: episode.missed.map(place),
    })),
  }
}

/** The last session that an episode covers. The first is the one after its peak. */
export function lastCovered({ trough, end, state }: Episode, sessionCount: number): number {
  return state === 'open' ? sessionCount - 1 : Math.max(trough, end ?? trough)
}

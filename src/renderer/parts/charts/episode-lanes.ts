import type { TrajectoryGeometry } from './trajectory-geometry.ts'
import type { TrajectoryEpisode } from './trajectory-types.ts'

/** An episode with its place below the axis. `words` is the text that fits; the table always has the full text. */
export type PlacedEpisode = {
  episode: TrajectoryEpisode
  lane: number
  from: number
  to: number
  labelX: number
  words: string
}

/** The width in px of a text of 13 px, estimated generously so that neighbours never touch. */
const characterWidth = 7.2
const markWidth = 16
const most = 3

/**
 * Places brackets in up to three lanes, so that no words overlap. If room is short, the words become the episode's
 * short name, then only its mark.
 */
export function placeEpisodes(
  episodes: readonly TrajectoryEpisode[],
  geometry: Pick<TrajectoryGeometry, 'x' | 'right' | 'width' | 'spacing'>,
  sessionCount: number,
  fullWords: (episode: TrajectoryEpisode) => string,
): PlacedEpisode[] {
  const takenUntil: number[] = []
  return episodes.map((episode) => {
    const last = episode.endIndex ?? sessionCount - 1
    const from = geometry.x(episode.peakIndex)
    const to = Math.max(geometry.x(last), from + Math.min(6, geometry.spacing))
    for (const words of [fullWords(episode), episode.label, '']) {
      const wide = markWidth + words.length * characterWidth
      const labelX = Math.min(from, geometry.width - wide)
      const start = Math.min(from, labelX) - 4
      const lane = [0, 1, 2].find((candidate) => (takenUntil[candidate] ?? -Infinity) <= start)
      if (lane === undefined) continue
      takenUntil[lane] = Math.max(to, labelX + wide) + 8
      return { episode, lane, from, to, labelX, words }
    }
    return { episode, lane: most - 1, from, to, labelX: from, words: '' }
  })
}

/** The number of lanes in a placement. */
export function laneCount(placed: readonly PlacedEpisode[]): number {
  return placed.reduce((count, { lane }) => Math.max(count, lane + 1), 0)
}

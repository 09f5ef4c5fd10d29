import type {
  ReportedRupture,
  TrajectoryEpisode,
  TrajectorySession,
} from '#renderer/charts/trajectory-types.ts'

/** Data for one chart of the gallery; the keys of the reports name words of the catalogue. */
export type ChartSituation = {
  id: 'repaired' | 'ceiling' | 'gaps' | 'few' | 'long' | 'none'
  client: readonly (number | null)[]
  therapist: readonly (number | null)[]
  mean: number | null
  episodes: readonly TrajectoryEpisode[]
  reported: readonly { index: number; key: 'reported' | 'reportedOnly' }[]
}

const gap = null

/** The situations a trajectory must draw well: mended, near the ceiling, full of gaps, too few, very long, empty. */
export const chartSituations: readonly ChartSituation[] = [
  {
    id: 'repaired',
    client: [7.5, 7, 7.5, gap, 8, 7.5, 8, 4.5, 6, 7.5, 7.5, gap, 8, 6, 5, 5.5],
    therapist: [7, 7, 8, 7, 7.5, 8, 8, 6.5, 6, 7, 7, 7.5, 8, 7.5, 7, 6.5],
    mean: 6.8,
    episodes: [
      { label: 'R1', state: 'repaired', level: 'rupture', peakIndex: 6, troughIndex: 7, endIndex: 9 },
      { label: 'R2', state: 'open', level: 'rupture', peakIndex: 12, troughIndex: 14, endIndex: null },
    ],
    reported: [
      { index: 7, key: 'reported' },
      { index: 13, key: 'reportedOnly' },
    ],
  },
  {
    id: 'ceiling',
    client: [9, 9.5, 9.5, 10, 10, 9.5, 10, 10, 9.5, 10, 10, 10],
    therapist: [8.5, 9, 9, 9, 9.5, 9, 9.5, 9.5, 9.5, 9.5, 10, 10],
    mean: 9.8,
    episodes: [],
    reported: [],
  },
  {
    id: 'gaps',
    client: [7, gap, gap, 6.5, gap, 7, 3, gap, gap, 5, gap, gap, gap, 6],
    therapist: [6, 6, gap, 7, 7, 6.5, gap, gap, 5, 5, 6, 6.5, gap, 6],
    mean: 5.8,
    episodes: [
      { label: 'R1', state: 'partly-repaired', level: 'rupture', peakIndex: 5, troughIndex: 6, endIndex: 9 },
      { label: 'D1', state: 'unrepaired', level: 'dip', peakIndex: 9, troughIndex: 10, endIndex: 12 },
    ],
    reported: [],
  },
  {
    id: 'few',
    client: [6, gap, 7, 5],
    therapist: [6, 6, 7, 6],
    mean: null,
    episodes: [],
    reported: [],
  },
  {
    id: 'long',
    client: longSeries(7, 1),
    therapist: longSeries(7.5, 2),
    mean: 7,
    episodes: Array.from({ length: 12 }, (_, index) => ({
      label: `R${index + 1}`,
      state: index % 3 === 0 ? 'partly-repaired' : 'repaired',
      level: 'rupture',
      peakIndex: 20 + index * 40,
      troughIndex: 22 + index * 40,
      endIndex: 26 + index * 40,
    })),
    reported: [],
  },
  {
    id: 'none',
    client: [],
    therapist: [],
    mean: null,
    episodes: [],
    reported: [],
  },
]

/** Sessions a week apart, with one break of six weeks before the eighth. */
export function situationSessions(
  situation: ChartSituation,
  reasons: { declined: string; noShow: string },
): TrajectorySession[] {
  const firstDay = Date.parse('2025-01-07')
  const week = 7 * 86_400_000
  return situation.client.map((client, index) => {
    const isNoShow = client === null && situation.therapist[index] === null
    const weeks = index + (index >= 7 ? 5 : 0)
    return {
      number: index + 1,
      date: new Date(firstDay + weeks * week).toISOString().slice(0, 10),
      status: isNoShow ? 'no-show' : 'held',
      client,
      therapist: situation.therapist[index] ?? null,
      missingReason: client !== null ? null : isNoShow ? reasons.noShow : reasons.declined,
    }
  })
}

/** The reports of a situation in words. */
export function situationReports(
  situation: ChartSituation,
  words: Record<'reported' | 'reportedOnly', string>,
): ReportedRupture[] {
  return situation.reported.map(({ index, key }) => ({ index, text: words[key] }))
}

/** Five hundred ratings around a level, the same at every start, with a gap in every eleventh place. */
function longSeries(level: number, seed: number): (number | null)[] {
  return Array.from({ length: 500 }, (_, index) => {
    if ((index + seed) % 11 === 0) return null
    const swing = Math.sin(index / 17 + seed) + Math.sin(index * 1.7 + seed) * 0.8
    const drop = index % 40 >= 21 && index % 40 <= 24 ? 2 : 0
    return Math.round(Math.min(10, Math.max(0, level + swing - drop)) * 2) / 2
  })
}

import type { CongruencePair } from '#renderer/parts/charts/congruence-plot-spots.ts'
import type { PeriodInWords } from '#renderer/parts/charts/period-plot.tsx'
import type { ForestRow, ForestStatistic } from '#renderer/parts/charts/forest-groups.ts'
import type {
  ReportedRupture,
  TrajectoryEpisode,
  TrajectorySession,
} from '#renderer/parts/charts/trajectory-types.ts'

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

type Figure = {
  value: number
  interval: readonly [low: number, high: number] | null
  isPooled: boolean
  year: number | null
}

/** Figures that a forest plot must draw well: with and without intervals, of ratios, and none at all. */
export const forestSituations: readonly {
  id: 'forest' | 'ratios' | 'none'
  statistic: ForestStatistic
  figures: readonly Figure[]
}[] = [
  {
    id: 'forest',
    statistic: 'r',
    figures: [
      { value: 0.28, interval: [0.23, 0.33], isPooled: true, year: 2018 },
      { value: -0.39, interval: [-0.57, -0.18], isPooled: true, year: 2020 },
      { value: 0.27, interval: [0.09, 0.44], isPooled: true, year: 2011 },
      { value: 0.29, interval: null, isPooled: false, year: 2021 },
      { value: -0.05, interval: [-0.4, 0.3], isPooled: false, year: null },
    ],
  },
  {
    id: 'ratios',
    statistic: 'hazard-ratio',
    figures: [
      { value: 1.29, interval: [1.02, 1.64], isPooled: false, year: 2022 },
      { value: 1.07, interval: [0.84, 1.37], isPooled: false, year: 2022 },
      { value: 0.55, interval: [0.27, 1.1], isPooled: false, year: 2015 },
    ],
  },
  { id: 'none', statistic: 'd-or-g', figures: [] },
]

/** The figures as rows, with the words that a made-up finding, its study and its design are called by. */
export function forestRows(
  { figures }: { figures: readonly Figure[] },
  words: {
    label: (letter: string) => string
    source: (letter: string) => string
    strength: string
    pooled: string
  },
): ForestRow[] {
  return figures.map(({ value, interval, isPooled, year }, index) => {
    const letter = String.fromCharCode('A'.charCodeAt(0) + index)
    return {
      id: letter,
      label: words.label(letter),
      source: words.source(letter),
      statistic: 'r',
      value,
      interval: interval === null ? null : { level: 95, low: interval[0], high: interval[1] },
      n: null,
      strength: isPooled ? { words: words.pooled, order: 6 } : { words: words.strength, order: 5 },
      year,
    }
  })
}

/** Pairs of ratings that a congruence plot must draw well: spread with some alike, near the ceiling, none. */
export const congruenceSituations: readonly {
  id: 'congruence' | 'ceiling' | 'noPairs'
  pairs: readonly CongruencePair[]
}[] = [
  {
    id: 'congruence',
    pairs: weeklyPairs([
      [7, 6],
      [7, 6],
      [7.5, 6],
      [8, 7],
      [7, 6],
      [4.5, 6.5],
      [6, 5],
      [7.5, 7],
      [8, 7],
      [8, 7.5],
      [3, 5],
      [5, 5],
      [9, 7],
      [8.5, 7],
    ]),
  },
  {
    id: 'ceiling',
    pairs: weeklyPairs([
      [10, 9],
      [10, 10],
      [9.5, 9],
      [10, 10],
      [9.5, 9.5],
      [10, 10],
    ]),
  },
  { id: 'noPairs', pairs: [] },
]

/** Plots over time: many quarters with gaps, a few years around 0, and years that have too few. */
export const periodSituations: readonly {
  readonly id: 'quarters' | 'years' | 'silentYears'
  readonly periods: readonly PeriodInWords[]
  readonly isSigned: boolean
}[] = [
  {
    id: 'quarters',
    periods: madePeriods(40, (index) => `Q${(index % 4) + 1} ${2017 + Math.floor(index / 4)}`, 3),
    isSigned: false,
  },
  { id: 'years', periods: madePeriods(4, (index) => String(2023 + index), 0.2), isSigned: true },
  {
    id: 'silentYears',
    periods: madePeriods(2, (index) => String(2025 + index), 1).map((period) => ({
      ...period,
      interval: null,
    })),
    isSigned: false,
  },
]

function madePeriods(count: number, labelOf: (index: number) => string, level: number): PeriodInWords[] {
  return Array.from({ length: count }, (_, index) => {
    const value = Math.round((level + Math.sin(index * 1.7)) * 10) / 10
    const half = 0.6 + (index % 3) * 0.4
    const interval = index % 7 === 5 ? null : { value, low: value - half, high: value + half }
    const label = labelOf(index)
    return { id: label, label, interval, value: String(value), between: '', from: '' }
  })
}

function weeklyPairs(ratings: readonly (readonly [client: number, therapist: number])[]): CongruencePair[] {
  const firstDay = Date.parse('2025-01-07')
  const week = 7 * 86_400_000
  return ratings.map(([client, therapist], index) => ({
    number: index + 1,
    date: new Date(firstDay + index * week).toISOString().slice(0, 10),
    client,
    therapist,
  }))
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

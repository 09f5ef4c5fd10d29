import {
  falseRuptures,
  shareFound,
  stableModels,
  type TriedRule,
} from '../../src/shared/analytics/testing/rupture-rates.ts'

// Tries parameter sets of Attune rule 1 on simulated courses and prints the best as a table for docs/measures.md.
// Run: node scripts/with-node.mjs scripts/measures/search-rupture-rule.ts [courses per cell]

const clients = Number(process.argv[2] ?? 2000)
const limit = 0.12
const spreads = [0.3, 0.45, 0.6, 0.8, 1]

interface Tried {
  rule: Required<
    Pick<TriedRule, 'ratingsBeforeFall' | 'referenceRatings' | 'ruptureSpreads' | 'unknownShare'>
  >
  worstFalse: number
  /** The least share found of drops of four SDs, over clients' SDs. */
  fourSds: number
  threePoints: number
  afterGrowth: number
}

const sets = [7, 8, 9].flatMap((ratingsBeforeFall) =>
  [6, 7, 8].flatMap((referenceRatings) =>
    [2.9, 3, 3.1, 3.14, 3.2, 3.3].flatMap((ruptureSpreads) =>
      [0.02, 0.025, 0.03, 0.04, 0.06].map((unknownShare) => ({
        ratingsBeforeFall,
        referenceRatings,
        ruptureSpreads,
        unknownShare,
      })),
    ),
  ),
)

const tried = sets.map((rule): Tried => {
  const courses = (seed: number) => ({ clients, seed })
  return {
    rule,
    worstFalse: Math.max(
      ...stableModels.map((model, index) => falseRuptures(model, rule, clients, 20260201 + index)),
    ),
    fourSds: Math.min(...spreads.map((sd) => shareFound({ level: 7, sd }, 4 * sd, rule, courses(20260401)))),
    threePoints: shareFound({ level: 7, sd: 0.6 }, 3, rule, courses(20260402)),
    afterGrowth: shareFound({ level: 5, sd: 0.6, growth: 3 }, 3, rule, courses(20260403)),
  }
})

/** How far the weakest of the three shares lies above what is asked of it: 0.55, 0.85 and 0.70. */
const margin = ({ fourSds, threePoints, afterGrowth }: Tried) =>
  Math.min(fourSds / 0.55, threePoints / 0.85, afterGrowth / 0.7)

const percent = (share: number) => `${(share * 100).toFixed(0)} %`
const line = ({ rule, worstFalse, fourSds, threePoints, afterGrowth }: Tried) =>
  `| ${[
    rule.ratingsBeforeFall,
    rule.referenceRatings,
    rule.ruptureSpreads,
    rule.unknownShare,
    worstFalse.toFixed(3),
    percent(fourSds),
    percent(threePoints),
    percent(afterGrowth),
  ].join(' | ')} |`
const header = [
  '| ratings before | reference | spreads | share | false per client | 4 SDs | 3 points | after growth |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
]
const best = (bound: number) =>
  tried.filter(({ worstFalse }) => worstFalse <= bound).toSorted((one, other) => margin(other) - margin(one))

console.log(`${String(sets.length)} parameter sets, ${String(clients)} courses a cell`)
console.log([...header, ...best(limit).slice(0, 12).map(line)].join('\n'))
console.log('\nThe best at other bounds:')
for (const bound of [0.06, 0.08, 0.1, 0.12, 0.15, 0.2]) {
  const [first] = best(bound)
  console.log(`${bound.toFixed(2)} ${first === undefined ? '–' : line(first)}`)
}

import { z } from 'zod'

const session = z.int().min(0)
const sessions = z.array(session)
const number = z.number()

/** The versions of the rules. A version rises when the same ratings can lead to another verdict. */
export const ruleVersions = {
  'attune-rule-1': 2,
  'individuals-chart': 1,
  'truth-and-bias': 1,
  'published-change': 2,
  'reliable-change': 1,
  'outcome-track': 4,
  'sudden-gain': 2,
} as const satisfies Record<string, number>

/** The stable name of the rule that an explanation comes from. */
export type RuleId = keyof typeof ruleVersions

function basis<const Ids extends readonly [RuleId, ...RuleId[]]>(...ids: Ids) {
  return {
    rule: z.strictObject({ id: z.enum(ids), version: z.int().min(1) }),
    /** Ratings used, or pairs if two series are compared. */
    n: z.int().min(0),
    /** The sessions whose ratings were used, in order. */
    sessions,
    /** Sessions without a rating between the first and the last of the examined range. */
    missing: sessions,
  }
}

/** Accepts how one decline was found, measured and followed. */
export const episodeExplanationSchema = z.strictObject({
  kind: z.literal('episode'),
  ...basis('attune-rule-1'),
  parameters: z.strictObject({
    scaleRange: number,
    step: number,
    /** Share of the range that stands in for an unknown spread. */
    unknownShare: number,
    ratingsBeforeFall: number,
    referenceRatings: number,
    dipSpreads: number,
    ruptureSpreads: number,
    /** The depths that a dip and a rupture-level episode need after this episode's number of ratings. */
    dipFrom: number,
    ruptureFrom: number,
    windowSessions: number,
    /** Shares of the depth that may be missing for the decline to count as repaired, or as partly repaired. */
    repairedWithin: number,
    partlyRepairedWithin: number,
    /** The weight of the known spread, as a number of ratings. */
    knownSpreadWeight: number,
  }),
  /**
   * All ratings up to the peak, which set reference and spread. `sessions` are those from the peak on; the peak is in
   * both.
   */
  baseline: z.strictObject({ from: session, to: session, n: z.int(), missing: z.int().min(0) }),
  at: z.strictObject({ peak: session, trough: session, end: session.nullable() }),
  values: z.strictObject({
    peakScore: number,
    /** Mean of the newest ratings up to the peak, and their number. */
    meanToPeak: number,
    meanN: z.int().min(1),
    reference: number,
    troughScore: number,
    /** Points from the reference to the trough. */
    drop: number,
    spread: number,
    /** What the client's own spread is drawn towards; `share-of-range` if nothing is known of the scale's error. */
    knownFrom: z.enum(['published', 'pooled', 'measurement-error', 'share-of-range']),
    knownSpread: number,
    /** The source of that spread, in words; null if it is the vault's own or a share of the range. */
    knownSource: z.string().nullable(),
    ownSpread: number,
    /** How much of the yardstick's square comes from the client's own spread, 0 to 1. */
    ownShare: number,
    /** The yardstick is never smaller than this. */
    leastSpread: number,
    depth: number,

    /** The lowest scores at which the decline counts as repaired, and as partly repaired. */
    repairedFrom: number,
    partlyRepairedFrom: number,
  }),
  verdict: z.strictObject({
    level: z.enum(['dip', 'rupture']),
    state: z.enum(['open', 'repaired', 'partly-repaired', 'unrepaired']),
  }),
})

/** Accepts how control limits were drawn, or why they were not. */
export const limitsExplanationSchema = z.strictObject({
  kind: z.literal('limits'),
  ...basis('individuals-chart'),
  parameters: z.strictObject({
    /** Number of ratings that set the limits; null if all do. */
    baseline: number.nullable(),
    minimumRatings: number,
    settledFrom: number,
  }),
  at: z.strictObject({ beyond: sessions }),
  values: z
    .strictObject({
      centre: number,
      sigma: number,
      lower: number,
      upper: number,
      meanMovingRange: number,
      /** Whether the median is within a tenth of the range from the top; null if the scale was not given. */
      nearCeiling: z.boolean().nullable(),
    })
    .nullable(),
  verdict: z.enum(['too-few-ratings', 'no-neighbouring-ratings', 'provisional', 'settled']),
})

/** Accepts how a therapist's ratings were compared with a client's, or why they were not. */
export const congruenceExplanationSchema = z.strictObject({
  kind: z.literal('congruence'),
  ...basis('truth-and-bias'),
  parameters: z.strictObject({ minimumPairs: number }),
  values: z
    .strictObject({
      /** These three are in points, and null if the two rate on different metrics. */
      tracking: number.nullable(),
      directionalDiscrepancy: number.nullable(),
      meanAbsoluteDifference: number.nullable(),
      correlation: number,
    })
    .nullable(),
  /** Sessions that only one of them rated. */
  unpaired: z.strictObject({ client: sessions, therapist: sessions }),
  verdict: z.enum(['too-few-pairs', 'no-variation', 'shown']),
})

/** Accepts how a change between two ratings was judged. */
export const changeExplanationSchema = z.strictObject({
  kind: z.literal('change'),
  ...basis('published-change', 'reliable-change'),
  parameters: z.strictObject({
    direction: z.enum(['higher-is-better', 'lower-is-better']),
    /** The published change in points; null if the change is judged by sd and reliability. */
    points: number.nullable(),
    sd: number.nullable(),
    reliability: number.nullable(),
    criterion: number.nullable(),
    cutoff: number.nullable(),
  }),
  at: z.strictObject({ baseline: session.nullable(), current: session.nullable() }),
  values: z
    .strictObject({
      before: number,
      after: number,
      change: number,
      /** In points. A published change counts from it on, a calculated one strictly beyond it. */
      threshold: number,
      /** Change in standard errors of a difference; null with a published change. */
      index: number.nullable(),
      standardErrorOfDifference: number.nullable(),
    })
    .nullable(),
  verdict: z.strictObject({
    change: z.enum(['too-few-ratings', 'reliably-better', 'reliably-worse', 'not-reliable']),
    /** On which side of the cut-off the two ratings lie: reached means on it or on its unfavourable side. */
    cutoff: z.enum(['none', 'reached-by-neither', 'left', 'reached-by-both', 'newly-reached']),
  }),
})

/** Accepts how the latest symptom score compares with the first. */
export const trackExplanationSchema = z.strictObject({
  kind: z.literal('track'),
  ...basis('outcome-track'),
  parameters: z.strictObject({
    reliableChange: number,
    cutoff: number,
    judgedFromSession: number,
    littleGained: number,
  }),
  at: z.strictObject({ baseline: session.nullable(), current: session.nullable() }),
  values: z.strictObject({ baseline: number, current: number, change: number }).nullable(),
  verdict: z.enum(['not-judged', 'reliably-worse', 'little-gained', 'not-flagged']),
})

/** Accepts how one sudden gain was found. */
export const suddenGainExplanationSchema = z.strictObject({
  kind: z.literal('sudden-gain'),
  ...basis('sudden-gain'),
  parameters: z.strictObject({ threshold: number, shareOfScoreBefore: number, significance: number }),
  /** The first session after the drop. */
  at: z.strictObject({ gain: session }),
  values: z.strictObject({
    scoreBefore: number,
    scoreAfter: number,
    size: number,
    meanBefore: number,
    meanAfter: number,
    degreesOfFreedom: z.int(),
    criticalT: number,
  }),
  verdict: z.literal('sudden-gain'),
})

/**
 * Accepts the explanation of a derived result: rule, parameters, ratings used and missing, values, verdict.
 *
 * Sessions are indices into the series, counting from 0; `withSessions` maps them to others. With too few ratings the
 * verdict says so and there are no values.
 */
export const explanationSchema = z.discriminatedUnion('kind', [
  episodeExplanationSchema,
  limitsExplanationSchema,
  congruenceExplanationSchema,
  changeExplanationSchema,
  trackExplanationSchema,
  suddenGainExplanationSchema,
])

/** The explanation of a derived result. */
export type Explanation = z.output<typeof explanationSchema>

/** The explanations of one kind, such as `ExplanationOf<'episode'>`. */
export type ExplanationOf<Kind extends Explanation['kind']> = Extract<Explanation, { kind: Kind }>

/** Names a rule in its current version. */
export function ruleOf<Id extends RuleId>(id: Id): { id: Id; version: number } {
  return { id, version: ruleVersions[id] }
}

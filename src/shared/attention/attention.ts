import { z } from 'zod'
import { calendarDateSchema, timeOfDaySchema } from '../records/calendar.ts'
import { clientIdSchema, sessionIdSchema } from '../records/ids.ts'

/** Why a client is worth attention, the most pressing first. */
export const attentionKinds = [
  'risk',
  'worse',
  'missed-after-fall',
  'fall',
  'noted',
  'unrated',
  'away',
  'draft',
] as const
export type AttentionKind = (typeof attentionKinds)[number]

const number = z.int().min(1)
const about = {
  /** The day that the reason rests on. */
  on: calendarDateSchema,
  /** What the reason rests on. Another text means that something newer turned up. */
  evidence: z.string().min(1).max(300),
}

/** Accepts one reason with the numbers behind it. Sessions are their numbers. */
export const attentionReasonSchema = z.discriminatedUnion('kind', [
  /** Open answers that need attention at once. */
  z.strictObject({ kind: z.literal('risk'), ...about, number, answers: z.int().min(1) }),
  /** A reliable change for the worse on a questionnaire. */
  z.strictObject({
    kind: z.literal('worse'),
    ...about,
    number,
    title: z.string(),
    before: z.number(),
    after: z.number(),
    threshold: z.number(),
    ratings: z.int(),
    /** How many of the two scores are totals that another program gave, without their answers. */
    totals: z.int().min(0).max(2),
  }),
  /** Sessions missed since one with an unusually low alliance rating. */
  z.strictObject({
    kind: z.literal('missed-after-fall'),
    ...about,
    missed: z.int().min(1),
    number,
    score: z.number(),
    usual: z.number(),
    ratings: z.int(),
  }),
  /** The newest rupture-level episode in the client's own rating, open or not repaired. */
  z.strictObject({
    kind: z.literal('fall'),
    ...about,
    number,
    score: z.number(),
    reference: z.number(),
    ratings: z.int(),
    state: z.enum(['open', 'unrepaired']),
  }),
  /** The newest noted rupture, unless it is marked as repaired. */
  z.strictObject({
    kind: z.literal('noted'),
    ...about,
    number,
    isWithdrawal: z.boolean(),
    isConfrontation: z.boolean(),
    resolution: z.enum(['partly', 'unresolved']).nullable(),
  }),
  /** Sessions held in a row without a rating by the client. */
  z.strictObject({ kind: z.literal('unrated'), ...about, sessions: z.int().min(1), ratedBefore: z.int() }),
  /** No session for a while, and none planned. */
  z.strictObject({ kind: z.literal('away'), ...about, number, days: z.int().min(1) }),
  /** Input that is not saved as a session yet, or a session that was begun and never finished. */
  z.strictObject({
    kind: z.literal('draft'),
    ...about,
    number,
    sessionId: sessionIdSchema,
    isBegun: z.boolean(),
  }),
])
export type AttentionReason = z.output<typeof attentionReasonSchema>

/** How long a reason may be put off, in days. */
export const longestPutOffDays = 366

/** Checks all ratings of a trend in one step: a list of clients holds thousands, and a schema for each takes far longer. */
const ratingsSchema = z.custom<(number | null)[]>(
  (value) => Array.isArray(value) && value.every((each) => each === null || Number.isFinite(each)),
)

/** Accepts a client with the reasons to look at them, the most pressing first, and the facts that go with them. */
export const clientAttentionSchema = z.strictObject({
  clientId: clientIdSchema,
  clientCode: z.string(),
  isFictional: z.boolean(),
  reasons: z.array(attentionReasonSchema),
  /** Reasons that the therapist has looked at, each with the day on which it returns. */
  lookedAt: z.array(z.strictObject({ kind: z.enum(attentionKinds), until: calendarDateSchema })),
  /** The client's newest ratings of the alliance that leads their page; null if there is none. */
  trend: z.strictObject({ values: ratingsSchema, minimum: z.number(), maximum: z.number() }).nullable(),
  /** The questionnaire rated last, with its newest score and the change since the baseline. */
  outcome: z
    .strictObject({
      title: z.string(),
      score: z.number(),
      standing: z.enum(['reliably-better', 'reliably-worse', 'not-reliable', 'too-few-ratings']),
    })
    .nullable(),
  next: z.strictObject({ date: calendarDateSchema, timeOfDay: timeOfDaySchema.nullable() }).nullable(),
})
export type ClientAttention = z.output<typeof clientAttentionSchema>

/** How many of those worth attention Today names. */
export const mostNamedOnToday = 12

/** Accepts what Today shows of the list of all clients. It stays small, however many clients there are. */
export const attentionOnTodaySchema = z.strictObject({
  /**
   * In the order of the list: the first that are worth attention, each client with a session today, and each client of
   * whom a reason is put off.
   */
  clients: z.array(clientAttentionSchema),
  /** How many of all clients are worth attention. */
  flagged: z.int().min(0),
})
export type AttentionOnToday = z.output<typeof attentionOnTodaySchema>

const ranks = new Map<AttentionKind, number>(attentionKinds.map((kind, rank) => [kind, rank]))

/** The place of a kind among all, from 0 for the most pressing; behind all of them for no reason. */
export function rankOf(reason: Pick<AttentionReason, 'kind'> | undefined): number {
  return reason === undefined ? attentionKinds.length : (ranks.get(reason.kind) ?? attentionKinds.length)
}

/** One for all codes, because making one takes longer than comparing. */
const codes = new Intl.Collator('en', { numeric: true })

/** Orders clients by their most pressing reason, of the same reason the newest first, then by code. */
export function byAttention(one: ClientAttention, other: ClientAttention): number {
  const [first] = one.reasons
  const [second] = other.reasons
  const rank = rankOf(first) - rankOf(second)
  if (rank !== 0) return rank
  if (first !== undefined && second !== undefined && first.on !== second.on)
    return first.on > second.on ? -1 : 1
  return codes.compare(one.clientCode, other.clientCode)
}

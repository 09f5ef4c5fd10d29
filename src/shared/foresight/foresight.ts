import { z } from 'zod'
import { directionSchema, foreseenSchema } from '../records/foresight.ts'

/** The fewest opened foresights, and clients that they are about, from which anything is said [Attune's choice]. */
export const leastForesights = { opened: 20, clients: 5 } as const

/**
 * In how many of 100 simulated practices, at most, somebody who foresees nothing is said to have foreseen more than the
 * commonest outcome. The tests run the simulation.
 */
export const simulatedFalseForesight = 3

/** What a session has to do with foresights. */
export const foresightOfSessionSchema = z.strictObject({
  /** The scale that the next rating is foreseen on, and from how many points a change counts; null if nothing is asked. */
  asked: z.strictObject({ title: z.string(), leastChange: z.number().positive() }).nullable(),
  /** Whether something was foreseen after this session. What it was is not said before it opens. */
  isForeseen: z.boolean(),
  /** The foresight that this session opened; null if there is none. */
  opened: z
    .strictObject({
      foreseen: foreseenSchema,
      /** The number of the session after which it was foreseen. */
      number: z.int().min(1),
      /** The title of the scale. */
      title: z.string(),
      came: z.boolean(),
      rated: z.strictObject({ direction: directionSchema, before: z.number(), after: z.number() }).nullable(),
    })
    .nullable(),
})
export type ForesightOfSession = z.output<typeof foresightOfSessionSchema>
export type OpenedForesight = NonNullable<ForesightOfSession['opened']>

/** What there is to foresee: how the rating goes, if the client comes and rates; and whether the client comes. */
export const foresightMeasures = ['rating', 'coming'] as const

/** What can happen, in the order in which it is shown. */
export const outcomeSchema = z.enum([...directionSchema.options, 'came', 'missed'])
export type Outcome = z.output<typeof outcomeSchema>

const count = z.int().min(0)

/** Accepts one measure over all opened foresights that it counts. */
export const foresightSumSchema = z.strictObject({
  /** The number of opened foresights, and of clients that they are about. */
  n: count,
  clients: count,
  /** Null with fewer than `leastForesights`. */
  result: z
    .strictObject({
      hits: count,
      interval: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }),
      /** The commonest outcome, and how often always saying it would have been right. */
      commonest: z.strictObject({ outcome: outcomeSchema, happened: count }),
      /** Whether more was foreseen than that, by a difference that chance alone seldom makes. */
      isMore: z.boolean(),
      /** What happened, and how often it was foreseen; without what never happened. */
      outcomes: z.array(z.strictObject({ outcome: outcomeSchema, happened: count, foreseen: count })),
    })
    .nullable(),
})
export type ForesightSum = z.output<typeof foresightSumSchema>

/** Accepts what was foreseen and missed over all clients. Holds nothing about any one of them. */
export const foresightSumsSchema = z.strictObject({
  isOn: z.boolean(),
  sealed: count,
  opened: count,
  rating: foresightSumSchema,
  coming: foresightSumSchema,
})
export type ForesightSums = z.output<typeof foresightSumsSchema>

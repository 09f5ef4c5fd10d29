import { z } from 'zod'
import { bundleLimits } from '../bundles/bundle-limits.ts'
import { clientIdSchema } from '../records/ids.ts'
import { freeTextSchema } from '../records/text.ts'

const sessionNumber = z.int().min(1).max(100_000)

/** Which sessions of a client are shared, by their numbers. */
export const sessionChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('last'), count: z.int().min(1).max(bundleLimits.sessions) }),
  z.strictObject({ kind: z.literal('range'), from: sessionNumber, to: sessionNumber }),
])
export type SessionChoice = z.output<typeof sessionChoiceSchema>

/** What is shared of one client. Everything that is not named stays out. */
export const clientShareSchema = z.strictObject({
  clientId: clientIdSchema,
  /** Empty for no question. */
  question: freeTextSchema(bundleLimits.question),
  /** The ids of the chosen series. */
  series: z.array(z.string().max(300)).max(bundleLimits.series),
  sessions: sessionChoiceSchema,
  withDates: z.boolean(),
  /** What was noted of strains and breaks. Choices of an earlier Attune, which always sent it, don't say. */
  withRuptures: z.boolean().default(true),
  withNotes: z.boolean(),
  withWords: z.boolean(),
  /** What was agreed in supervision. Choices that were sent by an earlier Attune don't say. */
  withAgreements: z.boolean().default(false),
})
export type ClientShare = z.output<typeof clientShareSchema>

/** What is chosen of one client and not sent yet: null stands for the usual scales. */
export const clientPartSchema = clientShareSchema.extend({
  series: clientShareSchema.shape.series.nullable(),
})
export type ClientPart = z.output<typeof clientPartSchema>

/** For whom, and whether with own checks, something is chosen and not sent yet. */
export const shareWhomSchema = z.strictObject({
  recipients: z.array(z.uuid()).max(1000),
  withWellbeing: z.boolean(),
})
export type ShareWhom = z.output<typeof shareWhomSchema>
/** The draft that keeps it. */
export const shareWhomKey = { form: 'share-whom', subject: 'all' } as const

/** What is shared with one contact. */
export const shareChoiceSchema = z.strictObject({
  contactId: z.uuid(),
  clients: z
    .array(clientShareSchema)
    .max(bundleLimits.clients)
    .refine((clients) => new Set(clients.map(({ clientId }) => clientId)).size === clients.length),
  withWellbeing: z.boolean(),
})
export type ShareChoice = z.output<typeof shareChoiceSchema>

/** The chosen ones of a client's session numbers, in their order. */
export function chosenSessions(choice: SessionChoice, numbers: readonly number[]): number[] {
  if (choice.kind === 'all') return [...numbers]
  if (choice.kind === 'last') return numbers.slice(-choice.count)
  return numbers.filter((number) => number >= choice.from && number <= choice.to)
}

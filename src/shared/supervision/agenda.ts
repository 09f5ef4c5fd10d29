import { z } from 'zod'
import { attentionReasonSchema, type AttentionReason } from '../attention/attention.ts'
import { keptPromptSchema, promptAnswerIdSchema } from '../prompts/prompt-answer.ts'
import { calendarDateSchema, instantSchema } from '../records/calendar.ts'
import { clientIdSchema, sessionIdSchema } from '../records/ids.ts'
import { enteredLineSchema, freeTextSchema } from '../records/text.ts'

/** The page makes the id of an item, so that sending it twice changes nothing. */
export const agendaItemIdSchema = z.uuid().brand<'AgendaItemId'>()
export type AgendaItemId = z.output<typeof agendaItemIdSchema>

/** The page makes the id of a meeting, too. */
export const meetingIdSchema = z.uuid().brand<'MeetingId'>()

/** What an item is about: a client, a session, a prompt, a reason that the ratings gave, or a line of one's own. */
export const agendaKinds = ['client', 'session', 'prompt', 'ratings', 'own'] as const

/** Where an item stands. A removed one stays in the vault, so that the ratings don't bring it again. */
export const agendaStates = ['open', 'put-off', 'discussed', 'removed'] as const
export type AgendaState = (typeof agendaStates)[number]

export const longestLine = 300
export const longestQuestion = 2_000
export const questionSchema = freeTextSchema(longestQuestion)

/** The reasons of Today that belong in supervision; a risk answer can't wait for it, and a draft needs none. */
const broughtKinds = ['worse', 'missed-after-fall', 'fall', 'noted', 'unrated', 'away'] as const

/** Whether the ratings would bring a reason to supervision. */
export function isBrought({ kind }: AttentionReason): boolean {
  return broughtKinds.some((brought) => brought === kind)
}

/** Accepts what the ratings would bring: a reason of Today, or a wide gap between the two views of the alliance. */
export const agendaReasonSchema = z.discriminatedUnion('kind', [
  ...attentionReasonSchema.options,
  z.strictObject({
    kind: z.literal('gap'),
    on: calendarDateSchema,
    evidence: z.string().min(1).max(300),
    /** The newest session of the gap. */
    number: z.int().min(1),
    /** In tenths of the scale; above 0 the therapist rates higher. */
    difference: z.number(),
    sessions: z.int().min(1),
  }),
])
export type AgendaReason = z.output<typeof agendaReasonSchema>
export const agendaReasonKindSchema = z.enum([...broughtKinds, 'gap'])

/** One item of the agenda as the vault keeps it. */
export const agendaItemSchema = z.strictObject({
  id: agendaItemIdSchema,
  clientId: clientIdSchema.nullable(),
  sessionId: sessionIdSchema.nullable(),
  promptAnswerId: promptAnswerIdSchema.nullable(),
  /** The meeting at which it was discussed. */
  meetingId: meetingIdSchema.nullable(),
  kind: z.enum(agendaKinds),
  /** The line of one's own; empty for other kinds. */
  line: enteredLineSchema(longestLine),
  /** The reason as it was when the item was taken up or put off; later ratings never change it. */
  reason: agendaReasonSchema.nullable(),
  question: questionSchema,
  state: z.enum(agendaStates),
  putOffCount: z.int().min(0),
  /** The day on which it was first put off. */
  putOffSince: calendarDateSchema.nullable(),
  createdAt: instantSchema,
})
export type AgendaItem = z.output<typeof agendaItemSchema>

/** An open item that nobody has written to or put off yet. */
export function newAgendaItem(
  item: Pick<AgendaItem, 'id' | 'kind' | 'createdAt'> & Partial<AgendaItem>,
): AgendaItem {
  return {
    clientId: null,
    sessionId: null,
    promptAnswerId: null,
    meetingId: null,
    line: '',
    reason: null,
    question: '',
    state: 'open',
    putOffCount: 0,
    putOffSince: null,
    ...item,
  }
}

/** An item with what a screen needs to name it. */
export const listedItemSchema = agendaItemSchema.extend({
  clientCode: z.string().nullable(),
  sessionNumber: z.int().nullable(),
  prompt: keptPromptSchema.nullable(),
})
export type ListedItem = z.output<typeof listedItemSchema>

/** One reason that the ratings would bring, not on the agenda yet. */
export const suggestionSchema = z.strictObject({
  clientId: clientIdSchema,
  clientCode: z.string(),
  reason: agendaReasonSchema,
})
export type Suggestion = z.output<typeof suggestionSchema>

/** The three shelves. */
export const agendaSchema = z.strictObject({
  /** The longest waiting first. */
  mine: z.array(listedItemSchema),
  /** The most pressing client first. */
  ratings: z.array(suggestionSchema),
  putOff: z.array(listedItemSchema),
})

/** Accepts a new item that the therapist picked: a client, one of their sessions, or a line of one's own. */
export const agendaEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ id: agendaItemIdSchema, kind: z.literal('client'), clientId: clientIdSchema }),
  z.strictObject({ id: agendaItemIdSchema, kind: z.literal('session'), sessionId: sessionIdSchema }),
  z.strictObject({
    id: agendaItemIdSchema,
    kind: z.literal('own'),
    line: enteredLineSchema(longestLine).min(1),
  }),
])
export type AgendaEntry = z.output<typeof agendaEntrySchema>

/** Whether an item is prepared: it has a question. */
export function isPrepared({ question }: Pick<AgendaItem, 'question'>): boolean {
  return question.trim() !== ''
}

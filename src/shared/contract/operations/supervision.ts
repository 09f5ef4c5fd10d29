import { z } from 'zod'
import { calendarDateSchema } from '../../records/calendar.ts'
import { clientIdSchema } from '../../records/ids.ts'
import {
  agendaEntrySchema,
  agendaItemIdSchema,
  agendaItemSchema,
  agendaReasonKindSchema,
  agendaSchema,
  questionSchema,
} from '../../supervision/agenda.ts'
import {
  agreementIdSchema,
  listedAgreementSchema,
  meetingEntrySchema,
  meetingSchema,
} from '../../supervision/meeting.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

const count = z.int().min(0)

/** The agenda of supervision, the minute after a meeting, and what was agreed there. */
export const supervision = {
  agenda: vaultQuery({ input: nothing, output: agendaSchema }),
  /** The items about a client that are open, oldest first. */
  ofClient: vaultQuery({
    input: z.strictObject({ clientId: clientIdSchema }),
    output: z.array(agendaItemSchema),
  }),
  /** How many items wait on the therapist's own shelf, and how many of them have a question. */
  waiting: vaultQuery({ input: nothing, output: z.strictObject({ items: count, prepared: count }) }),
  /**
   * Puts a client, a session or a line on the agenda. One that is already there stays, and one that was put off comes
   * back; either is the answer.
   */
  add: vaultMutation({ input: agendaEntrySchema, output: agendaItemSchema }),
  /** Takes up or puts off what the ratings would bring. Fails with `conflict` if they no longer bring it. */
  takeUp: vaultMutation({
    input: z.strictObject({
      id: agendaItemIdSchema,
      clientId: clientIdSchema,
      kind: agendaReasonKindSchema,
      evidence: z.string().min(1).max(300),
      state: z.enum(['open', 'put-off']),
    }),
    output: agendaItemSchema,
  }),
  setQuestion: vaultMutation({
    input: z.strictObject({ id: agendaItemIdSchema, question: questionSchema }),
    output: nothing,
  }),
  /** Opens an item again, puts it off or removes it. Fails with `conflict` if it was discussed. */
  move: vaultMutation({
    input: z.strictObject({ id: agendaItemIdSchema, state: z.enum(['open', 'put-off', 'removed']) }),
    output: nothing,
  }),
  /** Saves the minute after a meeting. The same again changes nothing. */
  saveMeeting: vaultMutation({ input: meetingEntrySchema, output: nothing }),
  /** The newest hundred meetings, newest first. */
  meetings: vaultQuery({ input: nothing, output: z.array(meetingSchema) }),
  /** What was agreed about a client, oldest first. */
  agreements: vaultQuery({
    input: z.strictObject({ clientId: clientIdSchema }),
    output: z.array(listedAgreementSchema),
  }),
  /** Answers what became of an agreement. */
  answerAgreement: vaultMutation({
    input: z.strictObject({
      id: agreementIdSchema,
      state: z.enum(['open', 'tried', 'not-yet', 'dropped']),
    }),
    output: z.strictObject({ answeredOn: calendarDateSchema.nullable() }),
  }),
}

import type Database from 'better-sqlite3'
import { z } from 'zod'
import {
  agreementSchema,
  listedAgreementSchema,
  meetingSchema,
  type Agreement,
  type ListedAgreement,
  type Meeting,
} from '#shared/supervision/meeting.ts'
import type { AgreedAt } from '#shared/supervision/since-agreed.ts'
import { flagColumn, rowOf } from '../stored-row.ts'

const meetingColumns = 'id, held_on, check_id, taken_along, left_unsaid, saved_at'
const agreementColumns = 'id, meeting_id, client_id, agreed_on, text, state, answered_on'

export const meetingQueries = {
  meetingById: `SELECT ${meetingColumns} FROM supervision_meetings WHERE id = ?`,
  newestMeetings: `SELECT ${meetingColumns} FROM supervision_meetings
    ORDER BY held_on DESC, saved_at DESC, id DESC LIMIT 100`,
  agreementById: `SELECT ${agreementColumns} FROM supervision_agreements WHERE id = ?`,
  agreementsOfClient: `SELECT ${agreementColumns}, held_when_agreed, state IN ('open', 'not-yet') AND (
      EXISTS (SELECT 1 FROM sessions s WHERE s.client_id = a.client_id AND s.status = 'held'
        AND s.date > coalesce(a.answered_on, a.agreed_on))
      OR (SELECT count(*) FROM sessions s WHERE s.client_id = a.client_id AND s.status = 'held'
        AND s.date = coalesce(a.answered_on, a.agreed_on))
        > iif(a.answered_on IS NULL, a.held_when_agreed, a.held_when_answered)) AS is_due
    FROM supervision_agreements a WHERE client_id = ? ORDER BY agreed_on, id`,
  insertAgreement: `INSERT INTO supervision_agreements (${agreementColumns}, held_when_agreed)
    VALUES (:id, :meetingId, :clientId, :agreedOn, :text, :state, :answeredOn, (SELECT count(*) FROM sessions s
      WHERE s.client_id = :clientId AND s.status = 'held' AND s.date = :agreedOn))`,
  answerAgreement: `UPDATE supervision_agreements SET state = :state, answered_on = :answeredOn,
    held_when_answered = (SELECT count(*) FROM sessions s WHERE s.client_id = supervision_agreements.client_id
      AND s.status = 'held' AND s.date = :answeredOn) WHERE id = :id`,
} as const

const meetingRow = rowOf(meetingSchema.extend({ leftUnsaid: flagColumn.nullable() }))
const agreementRow = rowOf(agreementSchema)
const listedRow = rowOf(
  listedAgreementSchema.omit({ since: true }).extend({ heldWhenAgreed: z.int(), isDue: flagColumn }),
)

/** Meetings of supervision and what was agreed there. An agreement is deleted together with its client. */
export function createMeetingRepository(db: Database.Database) {
  const select = {
    byId: db.prepare(meetingQueries.meetingById),
    newest: db.prepare(meetingQueries.newestMeetings),
    agreement: db.prepare(meetingQueries.agreementById),
    ofClient: db.prepare(meetingQueries.agreementsOfClient),
  }
  return {
    get: (id: string): Meeting | null => meetingRow.optional().parse(select.byId.get(id)) ?? null,
    /** The newest hundred, newest first. */
    newest: (): Meeting[] => select.newest.all().map((row) => meetingRow.parse(row)),
    insert: (meeting: Meeting): void => {
      const leftUnsaid = meeting.leftUnsaid === null ? null : Number(meeting.leftUnsaid)
      db.prepare(
        `INSERT INTO supervision_meetings (${meetingColumns})
         VALUES (:id, :heldOn, :checkId, :takenAlong, :leftUnsaid, :savedAt)`,
      ).run({ ...meeting, leftUnsaid })
    },
    agreement: (id: string): Agreement | null =>
      agreementRow.optional().parse(select.agreement.get(id)) ?? null,
    /** What was agreed about a client, oldest first. */
    agreementsOf: (clientId: string): (Omit<ListedAgreement, 'since'> & AgreedAt)[] =>
      select.ofClient.all(clientId).map((row) => listedRow.parse(row)),
    insertAgreement: (agreement: Agreement): void => {
      db.prepare(meetingQueries.insertAgreement).run(agreement)
    },
    answerAgreement: (answer: Pick<Agreement, 'id' | 'state' | 'answeredOn'>): void => {
      db.prepare(meetingQueries.answerAgreement).run(answer)
    },
  }
}

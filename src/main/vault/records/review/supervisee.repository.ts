import type Database from 'better-sqlite3'
import { z } from 'zod'
import { bundleHeadSchema, type Bundle } from '#shared/bundles/bundle.ts'
import { pseudonymSchema } from '#shared/bundles/pseudonym.ts'
import { calendarDateSchema } from '#shared/records/calendar.ts'
import { superviseeSchema } from '#shared/review/supervisee.ts'
import { jsonColumn, rowOf } from '../stored-row.ts'

const columns = 's.contact_id, c.name, c.state, s.number, s.made_at, s.received_at, s.withdrawn, s.kept_on'

const rowSchema = rowOf(
  superviseeSchema.omit({ offeredFrom: true, isOffered: true }).extend({
    withdrawn: jsonColumn(z.array(pseudonymSchema)),
    /** The day of the last bundle, or on which the user last decided to keep the data. */
    keptOn: calendarDateSchema,
  }),
)
export type StoredSupervisee = z.output<typeof rowSchema>

const wellbeingSchema = jsonColumn(bundleHeadSchema.shape.wellbeing)

/** The people who have shared clients with the user. */
export function createSuperviseeRepository(db: Database.Database) {
  const select = {
    all: db.prepare(
      `SELECT ${columns} FROM supervisees s INDEXED BY supervisees_by_arrival JOIN contacts c ON c.id = s.contact_id
       ORDER BY s.received_at DESC`,
    ),
    one: db.prepare(
      `SELECT ${columns} FROM supervisees s JOIN contacts c ON c.id = s.contact_id WHERE s.contact_id = ?`,
    ),
    wellbeing: db.prepare('SELECT wellbeing FROM supervisees WHERE contact_id = ?').pluck(),
  }
  return {
    /** The newest bundle first. */
    all: (): StoredSupervisee[] => select.all.all().map((row) => rowSchema.parse(row)),
    get: (contactId: string): StoredSupervisee | null =>
      rowSchema.optional().parse(select.one.get(contactId)) ?? null,
    /** The checks that the supervisee has shared; null if none were chosen. */
    wellbeing: (contactId: string): Bundle['wellbeing'] =>
      wellbeingSchema.parse(select.wellbeing.get(contactId) ?? 'null'),
    /** Stores what a bundle says beside its clients. */
    put: (supervisee: {
      readonly contactId: string
      readonly bundle: Pick<Bundle, 'number' | 'madeAt' | 'wellbeing'>
      readonly receivedAt: string
      readonly withdrawn: readonly string[]
      readonly keptOn: string
    }): void => {
      const { contactId, bundle, receivedAt, withdrawn, keptOn } = supervisee
      db.prepare(
        `INSERT INTO supervisees (contact_id, number, made_at, received_at, wellbeing, withdrawn, kept_on)
         VALUES (:contactId, :number, :madeAt, :receivedAt, :wellbeing, :withdrawn, :keptOn)
         ON CONFLICT (contact_id) DO UPDATE SET number = :number, made_at = :madeAt, received_at = :receivedAt,
           wellbeing = :wellbeing, withdrawn = :withdrawn, kept_on = :keptOn`,
      ).run({
        contactId,
        number: bundle.number,
        madeAt: bundle.madeAt,
        receivedAt,
        wellbeing: JSON.stringify(bundle.wellbeing),
        withdrawn: JSON.stringify(withdrawn),
        keptOn,
      })
    },
    forgetWithdrawn: (contactId: string): void => {
      db.prepare(`UPDATE supervisees SET withdrawn = '[]' WHERE contact_id = ?`).run(contactId)
    },
    keep: (contactId: string, day: string): void => {
      db.prepare('UPDATE supervisees SET kept_on = ? WHERE contact_id = ?').run(day, contactId)
    },
    /** Removes a supervisee with every client, session and comment. The contact stays. */
    remove: (contactId: string): void => {
      db.prepare('DELETE FROM supervisees WHERE contact_id = ?').run(contactId)
    },
  }
}

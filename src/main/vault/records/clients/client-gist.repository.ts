import type Database from 'better-sqlite3'
import { z } from 'zod'
import { gistSchema, leadCourseSchema, type Gist, type LeadCourse } from '#shared/attention/gist.ts'
import type { MadeGist } from '#shared/attention/make-gist.ts'

export const gistQueries = {
  gistOfClient: 'SELECT gist FROM client_gists WHERE client_id = ? AND made_of = ?',
  courseOfClient: 'SELECT course FROM client_gists WHERE client_id = ?',
} as const

const textSchema = z.string()
const parsed = (text: unknown): unknown => JSON.parse(textSchema.parse(text))

/**
 * The gists of clients as rows. The database itself removes a gist when a row that it rests on changes; `madeOf` names
 * what it rests on outside of the database. Beside each gist are the counts of held sessions that Clients shows.
 */
export function createGistRepository(db: Database.Database) {
  const gistOfClient = db.prepare(gistQueries.gistOfClient).pluck()
  const courseOfClient = db.prepare(gistQueries.courseOfClient).pluck()
  return {
    /** Null if there is none that still holds. */
    get: (clientId: string, madeOf: string): Gist | null => {
      const text = gistOfClient.get(clientId, madeOf)
      return text === undefined ? null : gistSchema.parse(parsed(text))
    },
    /** The ratings that belong to a client's gist. Throws if there is no gist. */
    course: (clientId: string): LeadCourse => leadCourseSchema.parse(parsed(courseOfClient.get(clientId))),
    put: (clientId: string, madeOf: string, { gist, course }: MadeGist): void => {
      db.prepare(
        `INSERT INTO client_gists (client_id, made_of, gist, course, held, last_held_on)
         SELECT :clientId, :madeOf, :gist, :course, count(*), max(date) FROM sessions
         WHERE client_id = :clientId AND status = 'held'
         ON CONFLICT (client_id) DO UPDATE SET made_of = excluded.made_of, gist = excluded.gist,
           course = excluded.course, held = excluded.held, last_held_on = excluded.last_held_on`,
      ).run({ clientId, madeOf, gist: JSON.stringify(gist), course: JSON.stringify(course) })
    },
  }
}

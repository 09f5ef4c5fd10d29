import type Database from 'better-sqlite3'
import { z } from 'zod'

export const switchedOffQueries = {
  rulesSwitchedOff:
    'SELECT rule_id AS ruleId, switched_off_at AS since FROM prompt_rules_off ORDER BY rule_id',
} as const

const rowsSchema = z.array(z.strictObject({ ruleId: z.string(), since: z.string() }))

/** Prompt rules that the therapist has switched off, each with the time. */
export function createSwitchedOffRepository(db: Database.Database) {
  const select = db.prepare(switchedOffQueries.rulesSwitchedOff)
  return {
    all: (): ReadonlyMap<string, string> =>
      new Map(rowsSchema.parse(select.all()).map(({ ruleId, since }) => [ruleId, since])),
    /** A rule that is already off keeps its time. */
    switchOff: (ruleId: string, at: string): void => {
      db.prepare(
        'INSERT INTO prompt_rules_off (rule_id, switched_off_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
      ).run(ruleId, at)
    },
    switchOn: (ruleId: string): void => {
      db.prepare('DELETE FROM prompt_rules_off WHERE rule_id = ?').run(ruleId)
    },
  }
}

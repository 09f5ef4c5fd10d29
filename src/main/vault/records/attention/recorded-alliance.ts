import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ownAllianceScale, type AllianceScale, type RecordedSession } from '#shared/prompts/prompt-record.ts'
import { hasClientScore, ownAlliance, promptScores } from '#shared/prompts/prompt-scores.ts'
import type { ClientSeries } from '#shared/series/client-series.ts'
import { reasonForMissing } from '../client-record.ts'
import { readSeries } from '../scores/series-of-client.ts'
import type { ScoredSession } from '../scores/score.repository.ts'
import type { Records } from '../records.ts'

export const answeredAfterQuery = `SELECT id, number FROM sessions s WHERE client_id = ? AND number > ?
  AND EXISTS (SELECT 1 FROM responses r WHERE r.session_id = s.id AND r.rater = 'client')`

const placed = z.strictObject({ id: z.string(), number: z.int() })

/**
 * Reads a client's past sessions as the rules about attendance see them: the client's scores, and why the newest are
 * missing. Leaves out notes, events and feelings, which these rules don't look at.
 */
export function createRecordedReader(
  db: Database.Database,
  { courseSessions, instruments }: Pick<Records, 'courseSessions' | 'instruments'>,
) {
  const answeredAfter = db.prepare(answeredAfterQuery)
  return (
    clientId: string,
    past: readonly ScoredSession[],
    lead: ClientSeries | null,
  ): { sessions: RecordedSession[]; scale: AllianceScale } => {
    const { scores } = readSeries(past, instruments)
    const ids = { client: lead?.id ?? ownAlliance.client, therapist: null }
    const recorded = past.map(({ number, status }, index): RecordedSession => {
      const ofSession = scores[index] ?? {}
      return {
        number,
        status,
        scores: promptScores(ofSession, ids),
        isRatedByClient: hasClientScore(ofSession),
        ruptureNote: null,
        events: [],
        feelings: [],
        clientMissing: null,
      }
    })
    const lastRated = recorded.findLast(({ isRatedByClient }) => isRatedByClient)
    const missing = new Map<number, RecordedSession['clientMissing']>()
    if (lead !== null) {
      const asked = z.array(placed).parse(answeredAfter.all(clientId, lastRated?.number ?? 0))
      const answers = courseSessions.clientAnswers(
        asked.map(({ id }) => id),
        lead.instrumentId,
      )
      for (const { id, number } of asked) missing.set(number, reasonForMissing(answers.get(id)))
    }
    return {
      sessions: recorded.map((session) => ({
        ...session,
        clientMissing: missing.get(session.number) ?? null,
      })),
      scale: lead === null ? ownAllianceScale : { ...ownAllianceScale, ...scaleOf(lead) },
    }
  }
}

function scaleOf({ minimum, maximum, step }: ClientSeries) {
  return { minimum, maximum, step }
}

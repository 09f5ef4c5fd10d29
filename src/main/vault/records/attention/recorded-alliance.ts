import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ownAllianceScale, type AllianceScale, type RecordedSession } from '#shared/prompts/prompt-record.ts'
import { hasClientScore, ownAlliance, promptScores } from '#shared/prompts/prompt-scores.ts'
import type { ClientSeries } from '#shared/series/client-series.ts'
import { reasonForMissing } from '../client-record.ts'
import { readSeries } from '../scores/series-of-client.ts'
import type { ScoredSession } from '../scores/score.repository.ts'
import type { Records } from '../records.ts'

export const answeredAfterQuery = `SELECT id FROM sessions s WHERE client_id = ? AND number > ?
  AND EXISTS (SELECT 1 FROM responses r WHERE r.session_id = s.id AND r.rater = 'client')`

/**
 * Reads a client's past sessions as the rules about attendance see them: the client's scores, and why the newest are
 * missing. Leaves out notes, events and feelings, which these rules don't look at.
 */
export function createRecordedReader(
  db: Database.Database,
  { sessions, instruments }: Pick<Records, 'sessions' | 'instruments'>,
) {
  const answeredAfter = db.prepare(answeredAfterQuery).pluck()
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
    if (lead !== null)
      for (const id of z.array(z.string()).parse(answeredAfter.all(clientId, lastRated?.number ?? 0))) {
        const full = sessions.get(id)
        if (full) missing.set(full.session.number, reasonForMissing(full, lead))
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

import type { Client } from '#shared/sessions/client.ts'
import type { ClientOverview, SessionSummary } from '#shared/overview/client-overview.ts'
import { buildOverview } from '#shared/overview/build-overview.ts'
import { sessionScores } from '#shared/overview/session-scores.ts'
import type { MissingReason } from '#shared/measures/response.ts'
import { selectPrompts } from '#shared/prompts/select-prompts.ts'
import type { ArticleLibrary } from '../evidence/article-library.ts'
import type { InstrumentLibrary } from '../instruments/instrument-library.ts'
import type { FullSession, SessionRepository } from '../sessions/session.repository.ts'
import { hasHiddenEmotions, visibleResponses } from '../sessions/visible-session.ts'

export type OverviewReader = (client: Client) => ClientOverview

/** Reads all sessions of a client and works out what the client's page shows. */
export function createOverviewReader(
  sessions: SessionRepository,
  instruments: InstrumentLibrary,
  articles: ArticleLibrary,
): OverviewReader {
  return (client) => {
    const summaries = sessions.listOfClient(client.id).map((full) => summarise(full, instruments))
    const overview = buildOverview(client, summaries)
    return { ...overview, prompts: selectPrompts(overview, articles.all(), []) }
  }
}

/** A session with its scores; what the therapist may not see yet is left out. */
export function summarise(full: FullSession, instruments: InstrumentLibrary): SessionSummary {
  const { session } = full
  return {
    id: session.id,
    number: session.number,
    status: session.status,
    date: session.date,
    modality: session.modality,
    isClosed: session.closedAt !== null,
    hasHiddenEmotions: hasHiddenEmotions(full),
    hasNotes: session.notes !== '',
    clientMissing: reasonForMissingAlliance(full),
    scores: sessionScores(visibleResponses(full), instruments.find),
    ruptureNote: full.ruptureNote,
    events: full.events.map(({ kind }) => kind),
  }
}

function reasonForMissingAlliance({ responses }: FullSession): MissingReason | null {
  const form = responses.find(({ instrumentId }) => instrumentId === 'attune-alliance-client')
  if (!form) return null
  return Object.values(form.answers).find(({ value }) => value === null)?.missingReason ?? null
}

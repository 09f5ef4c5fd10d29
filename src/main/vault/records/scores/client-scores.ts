import type Database from 'better-sqlite3'
import type { Client } from '#shared/records/client.ts'
import { changeUncounted } from '../../database/change.ts'
import type { SessionRepository } from '../sessions/session.repository.ts'
import type { OwnSpreads } from './own-spreads.ts'
import type { ScoredSession, ScoreRepository } from './score.repository.ts'

interface ScoreParts {
  readonly db: Database.Database
  readonly clients: { list: () => readonly Client[] }
  readonly sessions: Pick<SessionRepository, 'listOfClient'>
  readonly scores: ScoreRepository
  readonly ownSpreads: Pick<OwnSpreads, 'keep'>
}

/** Reads clients' scores, and computes all of them again where they come from an older scoring or are missing. */
export function createClientScores({ db, clients, sessions, scores, ownSpreads }: ScoreParts) {
  let waiting: string[] | null = null
  const reader = (): ((clientId: string) => ScoredSession[]) =>
    scores.isCurrent() ? scores.reader() : (clientId) => scores.computed(sessions.listOfClient(clientId))
  return {
    /** The scores of a client's sessions: the stored ones, or computed while those are out of date. */
    ofClient: (clientId: string): ScoredSession[] => reader()(clientId),
    /** Returns a function that gives the scores of several clients. It serves one answer. */
    reader,
    /**
     * Computes the scores of the next client again; false if all are up to date. The scores count only after the last
     * client. A save in between stores its own.
     */
    rebuildNext: (): boolean => {
      if (scores.isCurrent()) return false
      const left = waiting ?? clients.list().map(({ id }) => id)
      waiting = left
      const next = left.pop()
      changeUncounted(db, () => {
        if (next === undefined) scores.markCurrent()
        else {
          for (const full of sessions.listOfClient(next)) scores.put(full)
          ownSpreads.keep(next)
        }
      })
      return next !== undefined
    },
  }
}

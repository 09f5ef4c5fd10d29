import type { SessionSummary } from '#shared/overview/client-overview.ts'
import type { RuptureNote } from '#shared/records/rupture-note.ts'
import type { EpisodeView } from './episode-view.ts'
import { scoreIn, type Past } from './past-sessions.ts'

/** A disagreement between notes and ratings, by session number. */
export type Disagreement =
  | { kind: 'noted-only'; session: number; note: RuptureNote }
  | { kind: 'found-only'; session: number; view: EpisodeView }

/** All disagreements; `agreements` are the notes that lie in a fall. */
export type RuptureComparison = {
  agreements: number
  disagreements: Disagreement[]
}

/**
 * Compares noted ruptures with the falls that the rule found, newest first.
 *
 * A note agrees with any fall, of either rater, that covers its session. Only a fall at rupture level needs a note. A
 * note is left out if the client’s ratings can’t speak for or against it: the session has no score, or too few ratings
 * come before it.
 */
export function compareRuptures(past: Past, views: readonly EpisodeView[]): RuptureComparison {
  const { sessions, parameters, lead } = past
  const coveredByClient = coveredSessions(
    past,
    views.filter(({ rater }) => rater === 'client'),
  )
  const coveredByAny = coveredSessions(past, views)
  const isRated = (session: SessionSummary) => scoreIn(session, lead.client) !== null
  const noted = sessions.flatMap(({ ruptureNote, number }) => (ruptureNote === null ? [] : [number]))
  const notesUpTo = (number: number) => noted.filter((each) => each <= number).length
  const ratingsUpTo = runningCount(sessions, isRated)
  let agreements = 0
  const disagreements: Disagreement[] = []
  sessions.forEach((session, index) => {
    const { ruptureNote: note, number } = session
    if (note === null) return
    const isJudged = isRated(session) && (ratingsUpTo[index - 1] ?? 0) >= parameters.ratingsBeforeFall
    if (coveredByClient[index] === true || (isJudged && coveredByAny[index] === true)) agreements += 1
    else if (isJudged) disagreements.push({ kind: 'noted-only', session: number, note })
  })
  for (const view of views) {
    const notes = notesUpTo(view.lastCovered) - notesUpTo(view.from.session)
    if (view.level === 'rupture' && notes === 0) {
      disagreements.push({ kind: 'found-only', session: view.to.session, view })
    }
  }
  return {
    agreements,
    disagreements: disagreements.toSorted((one, other) => other.session - one.session),
  }
}

function coveredSessions({ sessions }: Past, views: readonly EpisodeView[]): boolean[] {
  return sessions.map(({ number }) =>
    views.some(({ from, lastCovered }) => number > from.session && number <= lastCovered),
  )
}

function runningCount(
  sessions: readonly SessionSummary[],
  counts: (session: SessionSummary) => boolean,
): number[] {
  let count = 0
  return sessions.map((session) => (count += counts(session) ? 1 : 0))
}

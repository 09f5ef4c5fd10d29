import type { SessionSummary } from '#shared/overview/client-overview.ts'
import type { RuptureNote } from '#shared/records/rupture-note.ts'
import type { EpisodeView } from './episode-view.ts'
import { scoreIn, type Past } from './past-sessions.ts'

/** A disagreement between notes and ratings, by session number. */
export type Disagreement =
  | {
      kind: 'noted-only'
      session: number
      note: RuptureNote
      reason: 'noFall' | 'notRated' | 'partlyAnswered' | 'tooFew'
    }
  | { kind: 'found-only'; session: number; view: EpisodeView }

/** All disagreements; `agreements` are the notes that lie in a fall. */
export type RuptureComparison = { agreements: number; disagreements: Disagreement[] }

/**
 * Compares noted ruptures with the falls that the rule found, newest first.
 *
 * A note agrees with any fall, of either rater, that covers its session. Only a fall at rupture level needs a note.
 */
export function compareRuptures(past: Past, views: readonly EpisodeView[]): RuptureComparison {
  const { sessions, parameters } = past
  const isCovered = coveredSessions(past, views)
  const reasonForNoScore = (session: SessionSummary) => reasonFor(session, past.lead.client)
  const noted = sessions.flatMap(({ ruptureNote, number }) => (ruptureNote === null ? [] : [number]))
  const notesUpTo = (number: number) => noted.filter((each) => each <= number).length
  const ratingsUpTo = runningCount(sessions, (session) => reasonForNoScore(session) === null)
  let agreements = 0
  const disagreements: Disagreement[] = []
  sessions.forEach((session, index) => {
    const { ruptureNote: note, number } = session
    if (note === null) return
    if (isCovered[index] === true) {
      agreements += 1
      return
    }
    const hasTooFew = (ratingsUpTo[index - 1] ?? 0) < parameters.ratingsBeforeFall
    const reason = reasonForNoScore(session) ?? (hasTooFew ? 'tooFew' : 'noFall')
    disagreements.push({ kind: 'noted-only', session: number, note, reason })
  })
  for (const view of views) {
    const notes = notesUpTo(view.lastCovered) - notesUpTo(view.from.session)
    if (view.level === 'rupture' && notes === 0) {
      disagreements.push({ kind: 'found-only', session: view.to.session, view })
    }
  }
  return { agreements, disagreements: disagreements.toSorted((one, other) => other.session - one.session) }
}

function reasonFor(
  session: SessionSummary,
  lead: Past['lead']['client'],
): 'notRated' | 'partlyAnswered' | null {
  if (scoreIn(session, lead) !== null) return null
  return session.clientMissing === 'partly-answered' ? 'partlyAnswered' : 'notRated'
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

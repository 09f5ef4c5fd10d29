import type { Explanation } from './explanation.ts'

type Moved = number | null | readonly number[]

/**
 * Gives an explanation with every session index replaced, for a series that leaves sessions out.
 *
 * A series of held sessions leaves out the planned and cancelled ones. `place` maps an index to its place among all
 * sessions, or to the session's number.
 */
export function withSessions<Kept extends Explanation>(
  explanation: Kept,
  place: (index: number) => number,
): Kept {
  const list = (sessions: readonly number[]): number[] => sessions.map((session) => place(session))
  const moved = (session: Moved): Moved =>
    session === null ? null : typeof session === 'number' ? place(session) : list(session)
  const changed = {
    ...explanation,
    sessions: list(explanation.sessions),
    missing: list(explanation.missing),
    ...('at' in explanation && {
      at: Object.fromEntries(Object.entries(explanation.at).map(([name, session]) => [name, moved(session)])),
    }),
    ...('baseline' in explanation && {
      baseline: {
        ...explanation.baseline,
        from: place(explanation.baseline.from),
        to: place(explanation.baseline.to),
      },
    }),
    ...('unpaired' in explanation && {
      unpaired: {
        client: list(explanation.unpaired.client),
        therapist: list(explanation.unpaired.therapist),
      },
    }),
  }
  // The compiler can't follow a kind through its union. Only indices change, and a test parses each kind.
  return changed as Kept
}

import type { PackAsk, PackDecisions } from './pack-decisions.ts'
import type { PackNote } from './pack-note.ts'
import type { PackProblem } from './pack-problem.ts'

/** The findings so far about one file, in its order, and what was decided about it before. */
export interface Findings {
  readonly problems: PackProblem[]
  readonly notes: PackNote[]
  readonly decisions: PackDecisions
  /** Reports a problem that a decision of the person would remove. */
  readonly ask: (ask: PackAsk, problem: PackProblem) => void
  /** What to ask the person; empty if a problem is there that no decision removes. */
  readonly asks: () => PackAsk[]
}

/** Starts the findings about a file. */
export function createFindings(decisions: PackDecisions = {}): Findings {
  const problems: PackProblem[] = []
  const asked = new Map<string, PackAsk>()
  let askable = 0
  return {
    problems,
    notes: [],
    decisions,
    ask: (ask, problem) => {
      problems.push(problem)
      askable += 1
      const key = keyOf(ask)
      const before = asked.get(key)
      const isCounted = before !== undefined && 'questions' in before && 'questions' in ask
      asked.set(key, isCounted ? { ...before, questions: before.questions + ask.questions } : ask)
    },
    asks: () => (problems.length === askable ? [...asked.values()] : []),
  }
}

function keyOf(ask: PackAsk): string {
  if (ask.kind === 'answers') return `answers ${ask.address}`
  return ask.kind === 'leave-out' ? `leave out ${ask.what}` : ask.kind
}

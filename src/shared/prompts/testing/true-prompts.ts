import type { Prompt } from '../prompt.ts'
import type { TrueConcern, Truth } from './simulated-clients.ts'

/** From which true difference a level that a rule states counts as true, in points. */
const levelApart = 1
const partsApart = 1
const middleOfScale = 5

const levelRules: Readonly<Record<string, (truth: Truth) => boolean>> = {
  'alliance-overrated': ({ therapistAbove }) => therapistAbove >= levelApart,
  'alliance-underrated': ({ therapistAbove }) => therapistAbove <= -levelApart,
  'alliance-grew': ({ growth }) => growth >= levelApart,
  'alliance-tracking-low': ({ tracking }) => tracking < 0.25,
  'alliance-low-in-general': ({ levels }) => meanLevel(levels) < middleOfScale,
  'bond-below-tasks-and-goals': ({ levels: { bond, tasks, goals } }) =>
    Math.min(tasks, goals) - bond >= partsApart,
  'tasks-and-goals-below-bond': ({ levels: { bond, tasks, goals } }) =>
    bond - Math.max(tasks, goals) >= partsApart,
}

const concernRules: Readonly<Record<string, (concern: TrueConcern) => boolean>> = {
  'concern-raised': () => true,
  'concern-not-taken-up': ({ takenUpIn }) => takenUpIn === null,
}

/**
 * Whether what a prompt states is true of the simulated client: for a level, by the client's true levels; for
 * a concern, by what became of it; for everything else, if a rupture lies in the session of its numbers or in the one before.
 */
export function isTrueOf(truth: Truth, { ruleId, sessionNumber }: Prompt): boolean {
  const levelRule = levelRules[ruleId]
  if (levelRule !== undefined) return levelRule(truth)
  const concernRule = concernRules[ruleId]
  if (concernRule !== undefined)
    return truth.concerns.some((concern) => concern.sessionNumber === sessionNumber && concernRule(concern))
  return truth.ruptures.some((rupture) =>
    [rupture.sessionNumber, rupture.sessionNumber + 1].includes(sessionNumber),
  )
}

function meanLevel({ goals, tasks, bond, overall }: Truth['levels']): number {
  return (goals + tasks + bond + overall) / 4
}

import type { ScoreKey } from '#shared/records/score-key.ts'

/** The measures that the course can show. The rule looks for falls in the alliance only. */
export const measures = [
  'alliance',
  'goals',
  'tasks',
  'bond',
  'overall',
  'felt-empathy',
  'helpfulness',
  'accomplishment',
] as const
export type Measure = (typeof measures)[number]

/** The client's score and, if the therapist rates it too, the therapist's. */
export const scoresOf: Readonly<Record<Measure, { client: ScoreKey; therapist: ScoreKey | null }>> = {
  alliance: { client: 'client.alliance', therapist: 'therapist.alliance' },
  goals: { client: 'client.goals', therapist: 'therapist.goals' },
  tasks: { client: 'client.tasks', therapist: 'therapist.tasks' },
  bond: { client: 'client.bond', therapist: 'therapist.bond' },
  overall: { client: 'client.overall', therapist: 'therapist.overall' },
  'felt-empathy': { client: 'client.felt-empathy', therapist: 'therapist.own-empathy' },
  helpfulness: { client: 'client.helpfulness', therapist: null },
  accomplishment: { client: 'client.accomplishment', therapist: null },
}

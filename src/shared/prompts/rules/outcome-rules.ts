import type { ClientFeatures, OutcomeFeature } from '../client-features.ts'
import { exampleRecord, exampleSession } from '../example-record.ts'
import { featuresOf } from '../features.ts'
import type { RecordedOutcome } from '../prompt-record.ts'
import { betweenPeople, defineRule } from '../rule.ts'
import type { PromptNumber } from '../prompt.ts'
import { inWords, ratingInWords } from '../wording.ts'

/** The matching questionnaire with the newest rating; of several, the first by title. */
function newest(
  { outcomes }: ClientFeatures,
  isMeant: (outcome: OutcomeFeature) => boolean,
): OutcomeFeature | null {
  const [found] = outcomes.filter(isMeant).toSorted((one, other) => other.sessionNumber - one.sessionNumber)
  return found ?? null
}

/** What is said behind a score whose answers nobody knows here. */
const ofTotal = (isTotal: boolean): string => (isTotal ? ' (total only)' : '')

function from(outcome: OutcomeFeature): string {
  const { title, before, baselineSession, after, sessionNumber, isTotal } = outcome
  return `${title} went from ${ratingInWords(before)}${ofTotal(isTotal.before)} in session ${String(baselineSession)} to ${ratingInWords(after)}${ofTotal(isTotal.after)} in session ${String(sessionNumber)}`
}

const outcomeNumbers = ({
  title,
  before,
  after,
  isTotal,
  points,
  ratings,
}: OutcomeFeature): PromptNumber[] => [
  { label: `${title}, rating that others are compared with${ofTotal(isTotal.before)}`, value: before, n: 1 },
  { label: `${title}, newest rating${ofTotal(isTotal.after)}`, value: after, n: 1 },
  { label: `${title}, change that counts, in points`, value: points, n: ratings },
]

function example(before: number, after: number, track: string): ClientFeatures {
  const at = { baseline: 0, current: 5 }
  const outcome: RecordedOutcome = {
    title: 'PHQ-9',
    n: 6,
    threshold: { points: 6, source: 'a published source' },
    scale: { direction: 'lower-is-better' },
    scores: [before, null, null, null, after, after],
    totals: [],
    change: {
      at,
      values: { before, after },
      verdict: { change: after - before >= 6 ? 'reliably-worse' : 'not-reliable' },
    },
    track: {
      at,
      parameters: { cutoff: 10, judgedFromSession: 6, littleGained: 0.5 },
      values: { baseline: before, current: after },
      verdict: track,
    },
  }
  const sessions = [1, 2, 3, 4, 5, 6].map((number) => exampleSession(number))
  return featuresOf(exampleRecord(sessions, { outcomes: [outcome] }))
}

/** By a questionnaire the client is reliably worse than at the first rating. */
export const outcomeReliablyWorse = defineRule({
  id: 'outcome-reliably-worse',
  version: 5,
  title: 'Worse by the questionnaire',
  area: 'outcome',
  urgency: 3,
  rule: 'The newest two ratings on a questionnaire are both worse than the one they are compared with by at least the change that its own source names.',
  condition: (features) => newest(features, ({ isReliablyWorse }) => isReliablyWorse),
  because: (outcome) =>
    `${from(outcome)}; the rating before it was as much worse. A change of ${inWords(outcome.points)} or more counts.`,
  numbers: outcomeNumbers,
  suggestion:
    'You could show them the two numbers and ask whether it feels that way, and what in the work could be different.',
  cantTell:
    'A questionnaire does not say why, and getting worse may have nothing to do with the therapy. The pooled studies compare therapy with and without feedback to the therapist; the gain was largest where clients were expected to do poorly, by norms that Attune does not have.',
  restsOn: ['lambert-2018/poor-outcome-expected', 'lambert-2018/feedback-better', 'knox-2022/failure-means'],
  coolDownSessions: 2,
  examples: { fires: () => example(9, 16, 'reliably-worse'), doesNot: () => example(9, 12, 'not-flagged') },
})

/** The client has gained little on a questionnaire, from a level at or above its cut-off. */
export const outcomeLittleGained = defineRule({
  id: 'outcome-little-gained',
  version: 6,
  title: 'Little movement so far',
  area: 'outcome',
  urgency: 2,
  rule: ({ trackSession, trackShare }) =>
    `From ${String(trackSession)} ratings on, the newest two ratings on a questionnaire have each gained less than ${String(Math.round(trackShare * 100))}% of the change that counts as reliable, and they and the one they are compared with are at or above its cut-off.`,
  dependsOn: ['trackSession', 'trackShare'],
  condition: (features) =>
    newest(features, ({ littleGained, isReliablyWorse }) => littleGained !== null && !isReliablyWorse),
  because: (outcome) =>
    `${from(outcome)}, at or above the cut-off of ${ratingInWords(outcome.littleGained?.cutoff ?? 0)} as the rating before it; a change of ${inWords(outcome.points)} or more counts as reliable.`,
  numbers: (outcome) => [
    ...outcomeNumbers(outcome),
    { label: `${outcome.title}, cut-off`, value: outcome.littleGained?.cutoff ?? 0, n: outcome.ratings },
  ],
  suggestion:
    'You could look at the course together: is this the pace they hoped for, and would another goal or another way of working be worth a try?',
  cantTell:
    'This says how far things have moved by one questionnaire, not how they will go on: some people change late. The pooled studies compare therapy with and without feedback to the therapist, by norms that Attune does not have.',
  restsOn: ['lambert-2018/poor-outcome-expected', betweenPeople('norcross-lambert-2018/goal-consensus')],
  coolDownSessions: 10,
  examples: { fires: () => example(18, 17, 'little-gained'), doesNot: () => example(18, 12, 'not-flagged') },
})

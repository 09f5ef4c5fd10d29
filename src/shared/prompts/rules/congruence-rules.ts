import { exampleFeatures } from '../example-record.ts'
import { defineRule, otherIntervention } from '../rule.ts'
import { counted, inWords } from '../wording.ts'

const lowTracking = 0.25
// If the client's ratings hardly vary, there is nothing to follow and the slope is chance.
const minimumClientRange = 2
const largeDiscrepancy = 1

const caution =
  'A trial of 40 therapists over six early sessions; its abstract prints no figures. That agreement on a good alliance went with better well-being was seen among trained therapists only, and does not show cause. The thresholds are our own.'

function inStep(tracking: number): string {
  const moved = inWords(tracking)
  if (moved === '0') return 'Your alliance rating did not move with the client’s'
  return tracking < 0
    ? 'When the client’s alliance rating went up, yours tended to go down'
    : `When the client’s alliance rating moved by 1 point, yours moved by about ${moved}`
}

/** The therapist's alliance ratings hardly move with the client's. */
export const lowCongruence = defineRule({
  id: 'alliance-tracking-low',
  version: 2,
  title: 'Two views that move apart',
  area: 'congruence',
  urgency: 1,
  rule: ({ congruencePairs }) =>
    `Over at least ${String(congruencePairs)} sessions that both rated, in which the client’s alliance rating varied by at least ${String(minimumClientRange)} points, yours moves less than ${String(lowTracking)} points for each point that the client’s moves.`,
  dependsOn: ['congruencePairs'],
  condition: ({ congruence }) =>
    congruence !== null && congruence.clientRange >= minimumClientRange && congruence.tracking < lowTracking
      ? congruence
      : null,
  because: ({ pairs, tracking }) => `${inStep(tracking)} (${counted(pairs, 'session')} rated by both).`,
  numbers: ({ pairs, tracking }) => [{ label: 'Tracking of the alliance', value: tracking, n: pairs }],
  suggestion:
    'You could look at a session where the two ratings part. What might the client have seen that you didn’t, or the other way round?',
  cantTell: caution,
  restsOn: [otherIntervention('tasca-2023/trained-more-congruent'), 'tasca-2023/agreement-wellbeing'],
  coolDownSessions: 6,
  examples: {
    fires: () =>
      exampleFeatures({ 'client.alliance': [7, 4, 8, 5, 8, 4], 'therapist.alliance': [6, 6, 6, 6.5, 6, 6] }),
    doesNot: () =>
      exampleFeatures({ 'client.alliance': [7, 4, 8, 5, 8], 'therapist.alliance': [6, 6, 6, 6.5, 6] }),
  },
})

/** The therapist rates the alliance clearly higher than the client does. */
export const allianceOverrated = defineRule({
  id: 'alliance-overrated',
  version: 2,
  title: 'Rating the alliance higher than the client',
  area: 'congruence',
  urgency: 2,
  rule: ({ congruencePairs }) =>
    `Over at least ${String(congruencePairs)} sessions that both rated, your alliance rating is higher than the client’s by ${String(largeDiscrepancy)} point or more on average.`,
  dependsOn: ['congruencePairs'],
  condition: ({ congruence }) =>
    congruence !== null && congruence.directionalDiscrepancy >= largeDiscrepancy ? congruence : null,
  because: ({ pairs, directionalDiscrepancy }) =>
    `Your alliance rating is ${inWords(directionalDiscrepancy)} higher than the client’s on average (${counted(pairs, 'session')} rated by both).`,
  numbers: ({ pairs, directionalDiscrepancy }) => [
    { label: 'Your alliance rating above the client’s, on average', value: directionalDiscrepancy, n: pairs },
  ],
  suggestion:
    'You could ask what a better hour would look like to them. Is there something they have held back?',
  cantTell: caution,
  restsOn: ['tasca-2023/agreement-wellbeing', otherIntervention('tasca-2023/growth-client-rated-none')],
  coolDownSessions: 6,
  examples: {
    fires: () =>
      exampleFeatures({ 'client.alliance': [5, 6, 5, 7, 6, 5], 'therapist.alliance': [7, 8, 7, 8, 8, 7] }),
    doesNot: () =>
      exampleFeatures({ 'client.alliance': [5, 6, 5, 7, 6, 5], 'therapist.alliance': [5, 6, 5, 7, 6, 6] }),
  },
})

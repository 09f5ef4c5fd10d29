import type { ClientFeatures, CongruenceFeature } from '../client-features.ts'
import { exampleFeatures } from '../example-record.ts'
import { defineRule, otherIntervention } from '../rule.ts'
import { counted, inWords } from '../wording.ts'

const lowTracking = 0.2
const fewestPairs = 15

const caution =
  'A trial of 40 therapists over six early sessions; its abstract prints no figures. That agreement on a good alliance went with better well-being was seen among trained therapists only, and does not show cause. The thresholds are our own.'

/** The comparison, with as many pairs as an interval needs. */
function compared({ congruence }: Pick<ClientFeatures, 'congruence'>): CongruenceFeature | null {
  return congruence !== null && congruence.pairs >= fewestPairs ? congruence : null
}

const pairsInWords = (congruencePairs: number) => String(Math.max(fewestPairs, congruencePairs))

function inStep(tracking: number): string {
  const moved = inWords(tracking)
  if (moved === '0') return 'Your alliance rating did not move with the client’s'
  return tracking < 0
    ? 'When the client’s alliance rating went up, yours tended to go down'
    : `When the client’s alliance rating moved by 1 point, yours moved by about ${moved}`
}

const steady = [6, 6, 6, 6.5, 6, 6, 6.5, 6, 6, 6.5, 6, 6, 6.5, 6, 6]
const moving = [7, 4, 8, 5, 8, 4, 7, 4, 8, 5, 8, 4, 7, 5, 8]

/** The therapist's alliance ratings hardly move with the client's. */
export const lowCongruence = defineRule({
  id: 'alliance-tracking-low',
  version: 4,
  isAboutAlliance: true,
  isOnce: true,
  title: 'Two views that move apart',
  area: 'congruence',
  urgency: 1,
  rule: ({ congruencePairs }) =>
    `Over at least ${pairsInWords(congruencePairs)} sessions that both rated, yours moves less than ${String(lowTracking)} points for each point that the client’s moves: the upper end of a 95% interval, not only the estimate. It speaks once.`,
  dependsOn: ['congruencePairs'],
  condition: (features) => {
    const found = compared(features)
    return found !== null && found.tracking + found.trackingMargin < lowTracking ? found : null
  },
  because: ({ pairs, tracking }) => `${inStep(tracking)} (${counted(pairs, 'session')} rated by both).`,
  numbers: ({ pairs, tracking, trackingMargin }) => [
    { label: 'Tracking of the alliance', value: tracking, n: pairs, of: 'sessions' },
    { label: 'Upper end of its 95% interval', value: tracking + trackingMargin, n: pairs, of: 'sessions' },
  ],
  suggestion:
    'You could look at a session where the two ratings part. What might the client have seen that you didn’t, or the other way round?',
  cantTell: `Ratings contain error: where half of the client’s ups and downs are error, even perfect tracking looks like about 0.5. ${caution}`,
  restsOn: [otherIntervention('tasca-2023/trained-more-congruent'), 'tasca-2023/agreement-wellbeing'],
  coolDownSessions: 12,
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': moving, 'therapist.alliance': steady }),
    doesNot: () =>
      exampleFeatures({ 'client.alliance': moving.slice(1), 'therapist.alliance': steady.slice(1) }),
  },
})

const lower = [5, 6, 5, 7, 6, 5, 5, 6, 5, 7, 6, 5, 5, 6, 5]
const higher = [7, 8, 7, 8, 8, 7, 7, 8, 7, 8, 8, 7, 7, 8, 7]

/** The therapist rates the alliance clearly higher than the client does. */
export const allianceOverrated = defineRule({
  id: 'alliance-overrated',
  version: 4,
  isAboutAlliance: true,
  isOnce: true,
  title: 'Rating the alliance higher than the client',
  area: 'congruence',
  urgency: 2,
  rule: ({ congruencePairs }) =>
    `Over at least ${pairsInWords(congruencePairs)} sessions that both rated, your alliance rating is higher than the client’s by a tenth of the scale or more: the lower end of a 95% interval, not only the mean. It speaks once.`,
  dependsOn: ['congruencePairs'],
  condition: (features) => {
    const found = compared(features)
    return found !== null && found.directionalDiscrepancy - found.discrepancyMargin >= found.leastDiscrepancy
      ? found
      : null
  },
  because: ({ pairs, directionalDiscrepancy }) =>
    `Your alliance rating is ${inWords(directionalDiscrepancy)} higher than the client’s on average (${counted(pairs, 'session')} rated by both).`,
  numbers: ({ pairs, directionalDiscrepancy, discrepancyMargin }) => [
    {
      label: 'Your alliance rating above the client’s, on average',
      value: directionalDiscrepancy,
      n: pairs,
      of: 'sessions',
    },
    {
      label: 'Lower end of its 95% interval',
      value: directionalDiscrepancy - discrepancyMargin,
      n: pairs,
      of: 'sessions',
    },
  ],
  suggestion:
    'You could ask what a better hour would look like to them. Is there something they have held back?',
  cantTell: caution,
  restsOn: ['tasca-2023/agreement-wellbeing', otherIntervention('tasca-2023/growth-client-rated-none')],
  coolDownSessions: 12,
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': lower, 'therapist.alliance': higher }),
    doesNot: () =>
      exampleFeatures({ 'client.alliance': lower, 'therapist.alliance': [...lower.slice(0, -1), 8] }),
  },
})

/** The therapist rates the alliance clearly lower than the client does. */
export const allianceUnderrated = defineRule({
  id: 'alliance-underrated',
  version: 2,
  isAboutAlliance: true,
  isOnce: true,
  title: 'Rating the alliance lower than the client',
  area: 'congruence',
  urgency: 1,
  rule: ({ congruencePairs }) =>
    `Over at least ${pairsInWords(congruencePairs)} sessions that both rated, your alliance rating is lower than the client’s by a tenth of the scale or more: by a 95% interval, not only by the mean. It speaks once.`,
  dependsOn: ['congruencePairs'],
  condition: (features) => {
    const found = compared(features)
    return found !== null && found.directionalDiscrepancy + found.discrepancyMargin <= -found.leastDiscrepancy
      ? found
      : null
  },
  because: ({ pairs, directionalDiscrepancy }) =>
    `Your alliance rating is ${inWords(directionalDiscrepancy)} lower than the client’s on average (${counted(pairs, 'session')} rated by both).`,
  numbers: ({ pairs, directionalDiscrepancy, discrepancyMargin }) => [
    {
      label: 'Your alliance rating below the client’s, on average',
      value: -directionalDiscrepancy,
      n: pairs,
      of: 'sessions',
    },
    {
      label: 'Lower end of its 95% interval',
      value: -directionalDiscrepancy - discrepancyMargin,
      n: pairs,
      of: 'sessions',
    },
  ],
  suggestion:
    'What do you see that the client doesn’t, or is it the other way round? You could ask what makes the hour good for them.',
  cantTell: `A client may also give high numbers to be polite. ${caution}`,
  restsOn: ['tasca-2023/agreement-wellbeing', otherIntervention('tasca-2023/trained-more-congruent')],
  coolDownSessions: 12,
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': higher, 'therapist.alliance': lower }),
    doesNot: () => exampleFeatures({ 'client.alliance': lower, 'therapist.alliance': higher }),
  },
})

import { exampleFeatures } from '../example-record.ts'
import { betweenPeople, defineRule } from '../rule.ts'
import { counted, inWords } from '../wording.ts'
import { confirmedUnusual, unusual, unusualDistance, usualNumbers } from './unusual.ts'

/** The client felt clearly less understood in the newest session than usual. */
export const feltEmpathyBelowUsual = defineRule({
  id: 'felt-empathy-below-usual',
  version: 3,
  appliesTo: 'Attune’s own form of the session, from 0 to 10',
  event: 'session',
  title: 'Less understood than usual',
  area: 'empathy',
  urgency: 2,
  rule: `The client’s felt empathy in the newest session is below the client’s own usual ${unusualDistance}. It counts only if the alliance or helpfulness was lower too, or if it was as low in one of the two ratings before.`,
  condition: (features) =>
    confirmedUnusual(features, 'client.felt-empathy', 'below', ['client.alliance', 'client.helpfulness']),
  because: ({ latest, usual, usualRatings, sessionNumber }) =>
    `Felt empathy was ${inWords(latest)} in session ${String(sessionNumber)}; the client’s usual is ${inWords(usual)} (${counted(usualRatings, 'earlier rating')}).`,
  numbers: usualNumbers('Felt empathy', 'Felt empathy, client’s usual'),
  suggestion: 'You could ask what felt missed. Was there a moment when it changed?',
  cantTell:
    'The pooled figure compares clients with each other, with large differences between samples. It does not say what one lower session means, and it does not show cause.',
  restsOn: [
    betweenPeople('elliott-2018/empathy-outcome'),
    betweenPeople('elliott-2018/client-perspective-strongest'),
  ],
  coolDownSessions: 2,
  examples: {
    fires: () =>
      exampleFeatures({
        'client.felt-empathy': [8, 7, 8, 8, 7, 8, 4],
        'client.helpfulness': [8, 7, 8, 8, 7, 8, 5],
      }),
    doesNot: () => exampleFeatures({ 'client.felt-empathy': [8, 7, 8, 8, 7, 8, 4] }),
  },
})

/** The therapist thinks they understood, and the client felt less understood than the two usually differ by. */
export const ownEmpathyAboveFelt = defineRule({
  id: 'own-empathy-above-felt',
  version: 4,
  appliesTo: 'Attune’s own forms of felt and own empathy, from 0 to 10',
  event: 'session',
  title: 'Understood, in two views',
  area: 'empathy',
  urgency: 2,
  rule: `Your rating of your own empathy lies further above how understood the client felt than is usual for the two of you ${unusualDistance}. It counts only if it was so in one of the two sessions before too, or if the client’s felt empathy was clearly lower than usual.`,
  condition: (features) => {
    const { understood } = features
    if (understood === null || !understood.gap.isUnusual || understood.gap.departure < 0) return null
    const isLower = unusual(features, 'client.felt-empathy', 'below') !== null
    return understood.gap.before > 0 || isLower ? understood : null
  },
  because: ({ sessionNumber, own, felt, gap }) =>
    `In session ${String(sessionNumber)} you rated your own empathy at ${inWords(own)}; the client’s felt empathy was ${inWords(felt)}. Usually yours is ${inWords(gap.usual)} ${gap.usual < 0 ? 'lower' : 'higher'} (${counted(gap.usualRatings, 'earlier session')}).`,
  numbers: ({ own, felt, gap }) => [
    { label: 'Own empathy', value: own, n: 1 },
    { label: 'Felt empathy', value: felt, n: 1 },
    { label: 'Own minus felt empathy, usually', value: gap.usual, n: gap.usualRatings },
  ],
  suggestion:
    'You could say back what you thought you understood, and ask which part of it did not reach them.',
  cantTell:
    'Where the therapist was rated as more empathic, outcome tended to be better; that compares clients with each other. No study here is about the gap between the two views.',
  restsOn: [betweenPeople('elliott-2018/empathy-outcome')],
  coolDownSessions: 6,
  examples: {
    fires: () =>
      exampleFeatures({
        'therapist.own-empathy': [7, 7, 8, 7, 7, 7, 8],
        'client.felt-empathy': [7, 8, 7, 8, 7, 8, 3],
      }),
    // The same gap each time is how the two use the numbers.
    doesNot: () =>
      exampleFeatures({
        'therapist.own-empathy': [8, 8, 9, 8, 8, 8, 8],
        'client.felt-empathy': [4, 5, 4, 5, 4, 5, 4],
      }),
  },
})

import { exampleFeatures } from '../example-record.ts'
import { betweenPeople, defineRule } from '../rule.ts'
import { counted, inWords } from '../wording.ts'
import { unusual, unusualDistance, usualNumbers } from './unusual.ts'

const farApart = 3

/** The client felt clearly less understood in the newest session than usual. */
export const feltEmpathyBelowUsual = defineRule({
  id: 'felt-empathy-below-usual',
  version: 1,
  title: 'Less understood than usual',
  area: 'empathy',
  urgency: 3,
  rule: `The client’s felt empathy in the newest session is below the client’s own usual ${unusualDistance}.`,
  condition: (features) => unusual(features, 'client.felt-empathy', 'below'),
  because: ({ latest, usual, earlierRatings, sessionNumber }) =>
    `Felt empathy was ${inWords(latest)} in session ${String(sessionNumber)}; the client’s usual is ${inWords(usual)} (${counted(earlierRatings, 'earlier rating')}).`,
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
    fires: () => exampleFeatures({ 'client.felt-empathy': [8, 7, 8, 8, 7, 4] }),
    doesNot: () => exampleFeatures({ 'client.felt-empathy': [8, 7, 8, 8, 7, 6.5] }),
  },
})

/** The therapist thinks they understood, and the client felt much less understood. */
export const ownEmpathyAboveFelt = defineRule({
  id: 'own-empathy-above-felt',
  version: 2,
  title: 'Understood, in two views',
  area: 'empathy',
  urgency: 2,
  rule: `In the newest session, your rating of your own empathy is at least ${String(farApart)} points above how understood the client felt.`,
  condition: ({ understood }) =>
    understood !== null && understood.own - understood.felt >= farApart ? understood : null,
  because: ({ sessionNumber, own, felt }) =>
    `In session ${String(sessionNumber)} you rated your own empathy at ${inWords(own)}; the client’s felt empathy was ${inWords(felt)}.`,
  numbers: ({ own, felt }) => [
    { label: 'Own empathy', value: own, n: 1 },
    { label: 'Felt empathy', value: felt, n: 1 },
  ],
  suggestion:
    'You could say back what you thought you understood, and ask which part of it did not reach them.',
  cantTell:
    'Where the therapist was rated as more empathic, outcome tended to be better; that compares clients with each other. One session apart may come from how each of you uses the numbers.',
  restsOn: [
    betweenPeople('elliott-2018/empathy-outcome'),
    betweenPeople('elliott-2018/client-perspective-strongest'),
  ],
  coolDownSessions: 3,
  examples: {
    fires: () => exampleFeatures({ 'therapist.own-empathy': [8], 'client.felt-empathy': [4] }),
    doesNot: () => exampleFeatures({ 'therapist.own-empathy': [8], 'client.felt-empathy': [6] }),
  },
})

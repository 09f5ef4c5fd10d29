import { exampleFeatures } from '../client-features.ts'
import { defineRule } from '../rule.ts'
import type { Usual } from '../usual.ts'
import { counted, inWords } from '../wording.ts'

const exampleUsual: Usual = {
  sessionNumber: 8,
  latest: 4,
  usual: 7.5,
  earlierRatings: 6,
  departure: -3.5,
  isUnusual: true,
}

/** The client felt clearly less understood in the newest session than usual. */
export const feltEmpathyBelowUsual = defineRule({
  id: 'felt-empathy-below-usual',
  version: 1,
  title: 'Less understood than usual',
  area: 'empathy',
  urgency: 3,
  rule: 'The client’s felt empathy in the newest session is below the client’s own usual by at least 2 points, or twice the spread from session to session where that is wider; from 5 earlier ratings on.',
  condition: ({ usual }) => {
    const empathy = usual['client.felt-empathy']
    return empathy !== undefined && empathy.isUnusual && empathy.departure < 0 ? empathy : null
  },
  because: ({ latest, usual, earlierRatings, sessionNumber }) =>
    `Felt empathy was ${inWords(latest)} in session ${String(sessionNumber)}; the client’s usual is ${inWords(usual)} (${counted(earlierRatings, 'earlier rating')}).`,
  numbers: ({ latest, usual, earlierRatings }) => [
    { label: 'Felt empathy', value: latest, n: 1 },
    { label: 'Felt empathy, client’s usual', value: usual, n: earlierRatings },
  ],
  suggestion: 'You could ask what felt missed. Was there a moment when it changed?',
  cantTell:
    'The pooled figure compares clients with each other, with large differences between samples. It does not say what one lower session means, and it does not show cause.',
  restsOn: [
    { articleId: 'elliott-2018', effectId: 'empathy-outcome' },
    { articleId: 'elliott-2018', effectId: 'client-perspective-strongest' },
  ],
  coolDownSessions: 2,
  examples: {
    fires: exampleFeatures({ currentSession: 8, usual: { 'client.felt-empathy': exampleUsual } }),
    doesNot: exampleFeatures({
      currentSession: 8,
      usual: { 'client.felt-empathy': { ...exampleUsual, latest: 6.5, departure: -1, isUnusual: false } },
    }),
  },
})

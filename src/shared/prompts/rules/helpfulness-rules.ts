import { exampleFeatures } from '../example-record.ts'
import { defineRule } from '../rule.ts'
import { counted, inWords } from '../wording.ts'
import { confirmedUnusual, unusualDistance, usualNumbers } from './unusual.ts'

/** The client found the newest session clearly less helpful than usual. */
export const helpfulnessBelowUsual = defineRule({
  id: 'helpfulness-below-usual',
  version: 3,
  appliesTo: 'Attune’s own form of the session, from 0 to 10',
  event: 'session',
  title: 'Less helpful than usual',
  area: 'events',
  urgency: 2,
  rule: `The client’s rating of how helpful the newest session was is below the client’s own usual ${unusualDistance}. It counts only if the alliance or felt empathy was lower too, or if it was as low in one of the two ratings before.`,
  condition: (features) =>
    confirmedUnusual(features, 'client.helpfulness', 'below', ['client.alliance', 'client.felt-empathy']),
  because: ({ latest, usual, usualRatings, sessionNumber }) =>
    `The client rated how helpful session ${String(sessionNumber)} was at ${inWords(latest)}; the usual is ${inWords(usual)} (${counted(usualRatings, 'earlier rating')}).`,
  numbers: usualNumbers('Helpfulness', 'Helpfulness, client’s usual'),
  suggestion: 'You could ask what they would like more of, and what less of.',
  cantTell:
    'Twenty-four dissatisfied clients told what had been missing for them. Their accounts say what to ask about, not how often it happens, and one less helpful hour is no dissatisfied client.',
  restsOn: ['alfonsson-2023/unstructured-passive', 'knox-2022/failure-means'],
  coolDownSessions: 3,
  examples: {
    fires: () =>
      exampleFeatures({
        'client.helpfulness': [8, 7, 8, 8, 7, 8, 4],
        'client.felt-empathy': [8, 7, 8, 8, 7, 8, 5],
      }),
    doesNot: () => exampleFeatures({ 'client.helpfulness': [8, 7, 8, 8, 7, 8, 4] }),
  },
})

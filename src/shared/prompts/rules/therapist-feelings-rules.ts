import type { ScoreKey } from '../../sessions/score-key.ts'
import { type ClientFeatures, exampleFeatures } from '../client-features.ts'
import type { PromptNumber } from '../prompt.ts'
import { defineRule } from '../rule.ts'
import type { Usual } from '../usual.ts'
import { counted, inWords } from '../wording.ts'

const exampleUsual: Usual = {
  sessionNumber: 7,
  latest: 6,
  usual: 2.5,
  earlierRatings: 6,
  departure: 3.5,
  isUnusual: true,
}

function unusual({ usual }: ClientFeatures, key: ScoreKey, direction: 'above' | 'below'): Usual | null {
  const found = usual[key]
  if (found === undefined || !found.isUnusual) return null
  return found.departure > 0 === (direction === 'above') ? found : null
}

function sentence(feeling: string, { latest, usual, earlierRatings, sessionNumber }: Usual): string {
  const compared = `the usual with this client is ${inWords(usual)} (${counted(earlierRatings, 'earlier rating')})`
  return `You rated ${feeling} session ${String(sessionNumber)} at ${inWords(latest)}; ${compared}.`
}

function numbersFor(label: string): (usual: Usual) => PromptNumber[] {
  return ({ latest, usual, earlierRatings }) => [
    { label, value: latest, n: 1 },
    { label: `${label}, usual with this client`, value: usual, n: earlierRatings },
  ]
}

const distance =
  'by at least 2 points, or twice the spread from session to session where that is wider; from 5 earlier ratings on'

const caution =
  'One study of 40 pairs in supportive-expressive therapy. A feeling may shape the session, mirror it, or come from elsewhere; the study cannot tell these apart.'

/** The therapist felt clearly more inadequate before the newest session than usual with this client. */
export const inadequateBefore = defineRule({
  id: 'inadequate-before-above-usual',
  version: 1,
  title: 'Going in feeling inadequate',
  area: 'therapist-feelings',
  urgency: 2,
  rule: `Feeling inadequate before the newest session is above your usual with this client ${distance}.`,
  condition: (features) => unusual(features, 'therapist.before.inadequate', 'above'),
  because: (usual) => sentence('feeling inadequate before', usual),
  numbers: numbersFor('Inadequate, before'),
  suggestion:
    'What might this feeling belong to: the last session, this client, or the day? It could be something for supervision.',
  cantTell: `${caution} Two of the coefficients lost their minus signs in the summary; the direction is confirmed by the abstract.`,
  restsOn: [
    { articleId: 'abargil-2025', effectId: 'pre-inadequate-helpfulness' },
    { articleId: 'abargil-2025', effectId: 'pre-inadequate-accomplishment' },
  ],
  coolDownSessions: 3,
  examples: {
    fires: exampleFeatures({
      currentSession: 7,
      usual: { 'therapist.before.inadequate': exampleUsual },
    }),
    doesNot: exampleFeatures({
      currentSession: 7,
      usual: {
        'therapist.before.inadequate': { ...exampleUsual, latest: 3, departure: 0.5, isUnusual: false },
      },
    }),
  },
})

/** The therapist felt clearly more inadequate after the newest session than usual with this client. */
export const inadequateAfter = defineRule({
  id: 'inadequate-after-above-usual',
  version: 1,
  title: 'Coming out feeling inadequate',
  area: 'therapist-feelings',
  urgency: 2,
  rule: `Feeling inadequate after the newest session is above your usual with this client ${distance}.`,
  condition: (features) => unusual(features, 'therapist.after.inadequate', 'above'),
  because: (usual) => sentence('feeling inadequate after', usual),
  numbers: numbersFor('Inadequate, after'),
  suggestion:
    'How did the client rate this session? You could set the two side by side, and ask what they took from it.',
  cantTell: caution,
  restsOn: [
    { articleId: 'abargil-2025', effectId: 'post-inadequate-helpfulness' },
    { articleId: 'abargil-2025', effectId: 'post-inadequate-empathy' },
    { articleId: 'abargil-2025', effectId: 'post-inadequate-accomplishment' },
  ],
  coolDownSessions: 3,
  examples: {
    fires: exampleFeatures({ currentSession: 7, usual: { 'therapist.after.inadequate': exampleUsual } }),
    doesNot: exampleFeatures({
      currentSession: 7,
      usual: { 'therapist.after.inadequate': { ...exampleUsual, latest: 0, departure: -2.5 } },
    }),
  },
})

/** The therapist felt clearly less supportive after the newest session than usual with this client. */
export const lessSupportiveAfter = defineRule({
  id: 'supportive-after-below-usual',
  version: 1,
  title: 'Less supportive than usual',
  area: 'therapist-feelings',
  urgency: 2,
  rule: `Feeling supportive after the newest session is below your usual with this client ${distance}.`,
  condition: (features) => unusual(features, 'therapist.after.supportive', 'below'),
  because: (usual) => sentence('feeling supportive after', usual),
  numbers: numbersFor('Supportive, after'),
  suggestion: 'What was different this time? You could ask the client how understood they felt.',
  cantTell: caution,
  restsOn: [
    { articleId: 'abargil-2025', effectId: 'post-supportive-empathy' },
    { articleId: 'abargil-2025', effectId: 'post-supportive-helpfulness' },
  ],
  coolDownSessions: 3,
  examples: {
    fires: exampleFeatures({
      currentSession: 7,
      usual: { 'therapist.after.supportive': { ...exampleUsual, latest: 3, usual: 7, departure: -4 } },
    }),
    doesNot: exampleFeatures({
      currentSession: 7,
      usual: { 'therapist.after.supportive': { ...exampleUsual, latest: 9, usual: 6, departure: 3 } },
    }),
  },
})

/** The therapist felt clearly more supportive after the newest session than usual with this client. */
export const moreSupportiveAfter = defineRule({
  id: 'supportive-after-above-usual',
  version: 1,
  title: 'More supportive than usual',
  area: 'therapist-feelings',
  urgency: 1,
  rule: `Feeling supportive after the newest session is above your usual with this client ${distance}.`,
  condition: (features) => unusual(features, 'therapist.after.supportive', 'above'),
  because: (usual) => sentence('feeling supportive after', usual),
  numbers: numbersFor('Supportive, after'),
  suggestion: 'What went into that? It may be worth a line in your notes while it is fresh.',
  cantTell: caution,
  restsOn: [
    { articleId: 'abargil-2025', effectId: 'post-supportive-empathy' },
    { articleId: 'abargil-2025', effectId: 'post-supportive-accomplishment' },
  ],
  coolDownSessions: 4,
  examples: {
    fires: exampleFeatures({
      currentSession: 7,
      usual: { 'therapist.after.supportive': { ...exampleUsual, latest: 9, usual: 6, departure: 3 } },
    }),
    doesNot: exampleFeatures({ currentSession: 7 }),
  },
})

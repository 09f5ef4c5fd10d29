import { exampleFeatures } from '../example-record.ts'
import type { PromptNumber } from '../prompt.ts'
import { defineRule } from '../rule.ts'
import type { Usual } from '../usual.ts'
import { counted, inWords } from '../wording.ts'
import { unusual, unusualDistance, usualNumbers } from './unusual.ts'

function sentence(feeling: string, { latest, usual, earlierRatings, sessionNumber }: Usual): string {
  const compared = `the usual with this client is ${inWords(usual)} (${counted(earlierRatings, 'earlier rating')})`
  return `You rated ${feeling} session ${String(sessionNumber)} at ${inWords(latest)}; ${compared}.`
}

function numbersFor(label: string): (usual: Usual) => PromptNumber[] {
  return usualNumbers(label, `${label}, usual with this client`)
}

const caution =
  'One study of 40 pairs in supportive-expressive therapy. A feeling may shape the session, mirror it, or come from elsewhere; the study cannot tell these apart.'

/** The therapist felt clearly more inadequate before the newest session than usual with this client. */
export const inadequateBefore = defineRule({
  id: 'inadequate-before-above-usual',
  version: 1,
  title: 'Going in feeling inadequate',
  area: 'therapist-feelings',
  urgency: 2,
  rule: `Feeling inadequate before the newest session is above your usual with this client ${unusualDistance}.`,
  condition: (features) => unusual(features, 'therapist.before.inadequate', 'above'),
  because: (usual) => sentence('feeling inadequate before', usual),
  numbers: numbersFor('Inadequate, before'),
  suggestion:
    'What might this feeling belong to: the last session, this client, or the day? It could be something for supervision.',
  cantTell: `${caution} Two of the coefficients lost their minus signs in the summary; the direction is confirmed by the abstract.`,
  restsOn: ['abargil-2025/pre-inadequate-helpfulness', 'abargil-2025/pre-inadequate-accomplishment'],
  coolDownSessions: 3,
  examples: {
    fires: () => exampleFeatures({ 'therapist.before.inadequate': [2, 2, 3, 2, 2, 6] }),
    doesNot: () => exampleFeatures({ 'therapist.before.inadequate': [2, 2, 3, 2, 2, 3] }),
  },
})

/** The therapist felt clearly more inadequate after the newest session than usual with this client. */
export const inadequateAfter = defineRule({
  id: 'inadequate-after-above-usual',
  version: 1,
  title: 'Coming out feeling inadequate',
  area: 'therapist-feelings',
  urgency: 2,
  rule: `Feeling inadequate after the newest session is above your usual with this client ${unusualDistance}.`,
  condition: (features) => unusual(features, 'therapist.after.inadequate', 'above'),
  because: (usual) => sentence('feeling inadequate after', usual),
  numbers: numbersFor('Inadequate, after'),
  suggestion:
    'How did the client rate this session? You could set the two side by side, and ask what they took from it.',
  cantTell: caution,
  restsOn: [
    'abargil-2025/post-inadequate-helpfulness',
    'abargil-2025/post-inadequate-empathy',
    'abargil-2025/post-inadequate-accomplishment',
  ],
  coolDownSessions: 3,
  examples: {
    fires: () => exampleFeatures({ 'therapist.after.inadequate': [2, 2, 3, 2, 2, 6] }),
    doesNot: () => exampleFeatures({ 'therapist.after.inadequate': [2, 2, 3, 2, 2, 0] }),
  },
})

/** The therapist felt clearly less supportive after the newest session than usual with this client. */
export const lessSupportiveAfter = defineRule({
  id: 'supportive-after-below-usual',
  version: 1,
  title: 'Less supportive than usual',
  area: 'therapist-feelings',
  urgency: 2,
  rule: `Feeling supportive after the newest session is below your usual with this client ${unusualDistance}.`,
  condition: (features) => unusual(features, 'therapist.after.supportive', 'below'),
  because: (usual) => sentence('feeling supportive after', usual),
  numbers: numbersFor('Supportive, after'),
  suggestion: 'What was different this time? You could ask the client how understood they felt.',
  cantTell: caution,
  restsOn: ['abargil-2025/post-supportive-empathy', 'abargil-2025/post-supportive-helpfulness'],
  coolDownSessions: 3,
  examples: {
    fires: () => exampleFeatures({ 'therapist.after.supportive': [8, 8, 7, 8, 8, 4] }),
    doesNot: () => exampleFeatures({ 'therapist.after.supportive': [6, 6, 5, 6, 6, 9] }),
  },
})

/** The therapist felt clearly more supportive after the newest session than usual with this client. */
export const moreSupportiveAfter = defineRule({
  id: 'supportive-after-above-usual',
  version: 1,
  title: 'More supportive than usual',
  area: 'therapist-feelings',
  urgency: 1,
  rule: `Feeling supportive after the newest session is above your usual with this client ${unusualDistance}.`,
  condition: (features) => unusual(features, 'therapist.after.supportive', 'above'),
  because: (usual) => sentence('feeling supportive after', usual),
  numbers: numbersFor('Supportive, after'),
  suggestion: 'What went into that? It may be worth a line in your notes while it is fresh.',
  cantTell: caution,
  restsOn: ['abargil-2025/post-supportive-empathy', 'abargil-2025/post-supportive-accomplishment'],
  coolDownSessions: 4,
  examples: {
    fires: () => exampleFeatures({ 'therapist.after.supportive': [6, 6, 5, 6, 6, 9] }),
    doesNot: () => exampleFeatures({ 'therapist.after.supportive': [6, 6, 5, 6, 6, 7] }),
  },
})

/** The therapist felt clearly more supportive ("parental") before the newest session than usual with this client. */
export const moreSupportiveBefore = defineRule({
  id: 'supportive-before-above-usual',
  version: 1,
  title: 'Going in wanting to look after them',
  area: 'therapist-feelings',
  urgency: 1,
  rule: `Feeling supportive before the newest session, called “parental” in the research, is above your usual with this client ${unusualDistance}.`,
  condition: (features) => unusual(features, 'therapist.before.supportive', 'above'),
  because: (usual) => sentence('feeling supportive before', usual),
  numbers: numbersFor('Supportive, before'),
  suggestion:
    'What called it up? You could set it beside how understood the client felt, and how helpful the hour was to them.',
  cantTell: `${caution} Feeling supportive on the way in went with clients feeling more understood (p just under .05, read in a summary), and not with how helpful they found it.`,
  restsOn: ['abargil-2025/pre-supportive-empathy', 'abargil-2025/pre-supportive-helpfulness-none'],
  coolDownSessions: 4,
  examples: {
    fires: () => exampleFeatures({ 'therapist.before.supportive': [5, 5, 4, 5, 5, 9] }),
    doesNot: () => exampleFeatures({ 'therapist.before.supportive': [5, 5, 4, 5, 5, 6] }),
  },
})

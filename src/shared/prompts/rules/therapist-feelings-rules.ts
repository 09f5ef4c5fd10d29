import type { PromptScoreKey } from '../prompt-scores.ts'
import type { ClientFeatures } from '../client-features.ts'
import { exampleFeatures } from '../example-record.ts'
import type { PromptNumber } from '../prompt.ts'
import { defineRule } from '../rule.ts'
import type { Usual } from '../usual.ts'
import { counted, inWords } from '../wording.ts'
import { confirmedUnusual, unusualDistance, usualNumbers } from './unusual.ts'

function sentence(feeling: string, { latest, usual, usualRatings, sessionNumber }: Usual): string {
  const compared = `the usual with this client is ${inWords(usual)} (${counted(usualRatings, 'earlier rating')})`
  return `You rated ${feeling} session ${String(sessionNumber)} at ${inWords(latest)}; ${compared}.`
}

function numbersFor(label: string): (usual: Usual) => PromptNumber[] {
  return usualNumbers(label, `${label}, usual with this client`)
}

const inadequate = [2, 2, 3, 2, 2, 3]
const supportive = [8, 8, 7, 8, 8, 7]

/** Both scales of one feeling move in the newest session. */
function twice(
  key: PromptScoreKey,
  other: PromptScoreKey,
  earlier: number[],
  newest: number,
): ClientFeatures {
  return exampleFeatures({ [key]: [...earlier, newest], [other]: [...earlier, newest] })
}

const secondTime = (other: string) =>
  `It counts only if the feeling ${other} moved too, or if it was as far off in one of the two ratings before.`

const caution =
  'One study of 40 pairs in supportive-expressive therapy. A feeling may shape the session, mirror it, or come from elsewhere; the study cannot tell these apart.'

/** The therapist felt clearly more inadequate before the newest session than usual with this client. */
export const inadequateBefore = defineRule({
  id: 'inadequate-before-above-usual',
  version: 2,
  event: 'session',
  title: 'Going in feeling inadequate',
  area: 'therapist-feelings',
  urgency: 2,
  rule: `Feeling inadequate before the newest session is above your usual with this client ${unusualDistance}. ${secondTime('after the session')}`,
  condition: (features) =>
    confirmedUnusual(features, 'therapist.before.inadequate', 'above', ['therapist.after.inadequate']),
  because: (usual) => sentence('feeling inadequate before', usual),
  numbers: numbersFor('Inadequate, before'),
  suggestion:
    'What might this feeling belong to: the last session, this client, or the day? It could be something for supervision.',
  cantTell: caution,
  restsOn: ['abargil-2025/pre-inadequate-helpfulness', 'abargil-2025/pre-inadequate-accomplishment'],
  coolDownSessions: 6,
  examples: {
    fires: () => twice('therapist.before.inadequate', 'therapist.after.inadequate', inadequate, 7),
    doesNot: () => exampleFeatures({ 'therapist.before.inadequate': [...inadequate, 7] }),
  },
})

/** The therapist felt clearly more inadequate after the newest session than usual with this client. */
export const inadequateAfter = defineRule({
  id: 'inadequate-after-above-usual',
  version: 2,
  event: 'session',
  title: 'Coming out feeling inadequate',
  area: 'therapist-feelings',
  urgency: 2,
  rule: `Feeling inadequate after the newest session is above your usual with this client ${unusualDistance}. ${secondTime('before the session')}`,
  condition: (features) =>
    confirmedUnusual(features, 'therapist.after.inadequate', 'above', ['therapist.before.inadequate']),
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
  coolDownSessions: 6,
  examples: {
    fires: () => twice('therapist.after.inadequate', 'therapist.before.inadequate', inadequate, 7),
    doesNot: () => exampleFeatures({ 'therapist.after.inadequate': [...inadequate, 7] }),
  },
})

/** The therapist felt clearly less supportive after the newest session than usual with this client. */
export const lessSupportiveAfter = defineRule({
  id: 'supportive-after-below-usual',
  version: 2,
  event: 'session',
  title: 'Less supportive than usual',
  area: 'therapist-feelings',
  urgency: 2,
  rule: `Feeling supportive after the newest session is below your usual with this client ${unusualDistance}. ${secondTime('before the session')}`,
  condition: (features) =>
    confirmedUnusual(features, 'therapist.after.supportive', 'below', ['therapist.before.supportive']),
  because: (usual) => sentence('feeling supportive after', usual),
  numbers: numbersFor('Supportive, after'),
  suggestion: 'What was different this time? You could ask the client how understood they felt.',
  cantTell: caution,
  restsOn: ['abargil-2025/post-supportive-empathy', 'abargil-2025/post-supportive-helpfulness'],
  coolDownSessions: 6,
  examples: {
    fires: () => twice('therapist.after.supportive', 'therapist.before.supportive', supportive, 3),
    doesNot: () => exampleFeatures({ 'therapist.after.supportive': [...supportive, 3] }),
  },
})

/** The therapist felt clearly less supportive before the newest session than usual with this client. */
export const lessSupportiveBefore = defineRule({
  id: 'supportive-before-below-usual',
  version: 1,
  event: 'session',
  title: 'Going in less supportive',
  area: 'therapist-feelings',
  urgency: 1,
  rule: `Feeling supportive before the newest session is below your usual with this client ${unusualDistance}. ${secondTime('after the session')}`,
  condition: (features) =>
    confirmedUnusual(features, 'therapist.before.supportive', 'below', ['therapist.after.supportive']),
  because: (usual) => sentence('feeling supportive before', usual),
  numbers: numbersFor('Supportive, before'),
  suggestion:
    'What came in with you: the last session, this client, or the day? You could give it a moment before the next one.',
  cantTell: `${caution} Feeling supportive on the way in went with clients feeling more understood (p just under .05, read in a summary), and not with how helpful they found it.`,
  restsOn: ['abargil-2025/pre-supportive-empathy', 'abargil-2025/pre-supportive-helpfulness-none'],
  coolDownSessions: 6,
  examples: {
    fires: () => twice('therapist.before.supportive', 'therapist.after.supportive', supportive, 3),
    doesNot: () => exampleFeatures({ 'therapist.before.supportive': [...supportive, 3] }),
  },
})

import type { FeelingsFeature } from '../client-features.ts'
import { exampleFeatures } from '../example-record.ts'
import { negativeFeelings } from '../feelings.ts'
import { betweenPeople, defineRule } from '../rule.ts'
import { counted } from '../wording.ts'

const oftenBefore = 2

function named({ words }: FeelingsFeature): string {
  const inSentence = words.map((word) => negativeFeelings[word])
  return new Intl.ListFormat('en-GB').format(inSentence)
}

/** The therapist named a hard feeling towards this client in the newest session. */
export const hardFeelingNamed = defineRule({
  id: 'hard-feeling-named',
  version: 2,
  title: 'A hard feeling of your own',
  area: 'therapist-feelings',
  urgency: 2,
  rule: 'In the newest session you chose at least one of the words power struggle, drained, helpless or frustrated for your own feelings, before or after.',
  condition: ({ feelings }) => feelings,
  because: (feelings) =>
    `You noted ${named(feelings)} for your own feelings in session ${String(feelings.sessionNumber)}.`,
  numbers: ({ words }) => [{ label: 'Hard feelings named, newest session', value: words.length, n: 1 }],
  suggestion:
    'You could give it a moment before the next session: what in it belongs to this client’s story, and what to you?',
  cantTell:
    'Managing one’s own reactions goes with better outcome in 9 pooled studies, which shows no cause; the figure was read in a summary. A survey found more perspective taking among therapists who described themselves as calm.',
  restsOn: [
    betweenPeople('norcross-lambert-2018/managing-countertransference'),
    betweenPeople('abargil-2025/background-hard'),
    betweenPeople('chui-liu-2021/calm-perspective-distress'),
  ],
  coolDownSessions: 3,
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': [7] }, { newest: { feelings: ['liking', 'drained'] } }),
    doesNot: () => exampleFeatures({ 'client.alliance': [7] }, { newest: { feelings: ['liking', 'pride'] } }),
  },
})

/** The therapist named hard feelings towards this client repeatedly. */
export const hardFeelingsAgain = defineRule({
  id: 'hard-feelings-again',
  version: 1,
  title: 'A hard feeling that comes back',
  area: 'therapist-feelings',
  urgency: 2,
  rule: `In the newest session, and in at least ${String(oftenBefore)} of the 4 before it, you chose one of the words power struggle, drained, helpless or frustrated.`,
  condition: ({ feelings }) =>
    feelings !== null && feelings.before.withWords >= oftenBefore ? feelings : null,
  because: (feelings) =>
    `You noted ${named(feelings)} in session ${String(feelings.sessionNumber)}, and such a feeling in ${String(feelings.before.withWords)} of the ${counted(feelings.before.sessions, 'session')} before.`,
  numbers: ({ before }) => [
    { label: 'Sessions before with a hard feeling named', value: before.withWords, n: before.sessions },
  ],
  suggestion:
    'What may this client be thinking and wishing when it comes up, and what do you bring to it? It could be something for supervision.',
  cantTell:
    'With 25 therapists, those who reflected more on what goes on in themselves and others had clients with better outcomes. That was observed, not brought about, and it says nothing about one feeling with one client.',
  restsOn: [
    betweenPeople('cologon-2017/reflective-functioning-outcome'),
    betweenPeople('abargil-2025/background-hard'),
    betweenPeople('norcross-lambert-2018/managing-countertransference'),
  ],
  coolDownSessions: 4,
  supersedes: ['hard-feeling-named'],
  examples: {
    fires: () =>
      exampleFeatures(
        { 'client.alliance': [7] },
        { newest: { feelings: ['helpless'] }, after: [{ feelings: ['drained'] }, { feelings: ['drained'] }] },
      ),
    doesNot: () =>
      exampleFeatures(
        { 'client.alliance': [7] },
        { newest: { feelings: ['helpless'] }, after: [{ feelings: ['drained'] }] },
      ),
  },
})

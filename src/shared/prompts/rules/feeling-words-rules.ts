import type { FeelingsFeature } from '../client-features.ts'
import { exampleFeatures } from '../example-record.ts'
import { negativeFeelings } from '../feelings.ts'
import { betweenPeople, defineRule } from '../rule.ts'
import { listed } from '../../listed.ts'
import { counted } from '../wording.ts'

const oftenBefore = 1

function named({ words }: FeelingsFeature): string {
  return listed(words.map((word) => negativeFeelings[word]))
}

/** The therapist named hard feelings towards this client repeatedly. */
export const hardFeelingsAgain = defineRule({
  id: 'hard-feelings-again',
  version: 2,
  repeatsNotes: true,
  event: 'session',
  title: 'A hard feeling that comes back',
  area: 'therapist-feelings',
  urgency: 2,
  rule: `In the newest session, and in at least ${counted(oftenBefore, 'session')} of the 4 before it, you chose one of the words power struggle, drained, helpless or frustrated.`,
  condition: ({ feelings }) =>
    feelings !== null && feelings.before.withWords >= oftenBefore ? feelings : null,
  because: (feelings) =>
    `You noted ${named(feelings)} in session ${String(feelings.sessionNumber)}, and such a feeling in ${String(feelings.before.withWords)} of the ${counted(feelings.before.sessions, 'session')} before.`,
  numbers: ({ before }) => [
    {
      label: 'Sessions before with a hard feeling named',
      value: before.withWords,
      n: before.sessions,
      of: 'sessions',
    },
  ],
  suggestion:
    'What may this client be thinking and wishing when it comes up, and what do you bring to it? It could be something for supervision.',
  cantTell:
    'With 25 therapists, those who reflected more on what goes on in themselves and others had clients with better outcomes. That was observed, not brought about, and it says nothing about one feeling with one client.',
  restsOn: [
    betweenPeople('cologon-2017/reflective-functioning-outcome'),
    betweenPeople('abargil-2025/background-hard'),
    betweenPeople('norcross-lambert-2018/managing-countertransference'),
    betweenPeople('chui-liu-2021/calm-perspective-distress'),
  ],
  coolDownSessions: 6,
  examples: {
    fires: () =>
      exampleFeatures(
        { 'client.alliance': [7] },
        { newest: { feelings: ['helpless'] }, after: [{}, { feelings: ['drained'] }] },
      ),
    doesNot: () =>
      exampleFeatures(
        { 'client.alliance': [7] },
        { newest: { feelings: ['liking'] }, after: [{}, { feelings: ['drained'] }] },
      ),
  },
})

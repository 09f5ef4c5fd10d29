import type { PartsFeature } from '../client-features.ts'
import { exampleFeatures } from '../example-record.ts'
import type { PromptNumber } from '../prompt.ts'
import { betweenPeople, defineRule } from '../rule.ts'
import { counted, inWords, ratingInWords } from '../wording.ts'
import { confirmedUnusual, unusual, unusualDistance, usualNumbers } from './unusual.ts'

const minimumForLevel = 6
const partsApart = 1

/** The client's mean alliance is in the lower half of the scale, and has not just fallen. */
export const allianceLowInGeneral = defineRule({
  id: 'alliance-low-in-general',
  version: 3,
  isAboutAlliance: true,
  title: 'A level, not a drop',
  area: 'alliance',
  urgency: 2,
  rule: `The client’s alliance ratings lie below the middle of the scale on average, over at least ${String(minimumForLevel)} of them; the newest session was rated and is not below the client’s own usual.`,
  condition: (features) => {
    const { level } = features
    if (level === null || level.ratings < minimumForLevel || level.mean >= level.middle) return null
    return unusual(features, 'client.alliance', 'below') === null ? level : null
  },
  because: ({ mean, ratings, sessionNumber }) =>
    `The client’s alliance ratings are ${ratingInWords(mean)} on average (${counted(ratings, 'rating')} up to session ${String(sessionNumber)}), below the middle of the scale, and have not just dropped.`,
  numbers: ({ mean, ratings }) => [
    { label: 'Client’s alliance, mean of all ratings', value: mean, n: ratings },
  ],
  suggestion:
    'You could look together at what the two of you are working on, and how. Is it what they came for?',
  cantTell:
    'The middle of the scale is no norm: these items have none, and people use numbers differently. That a generally stronger alliance goes with better outcome compares clients with each other; in the nearest study it was read in a summary.',
  restsOn: [
    betweenPeople('zilcha-mano-2022/general-level-outcome'),
    betweenPeople('norcross-lambert-2018/alliance-individual'),
  ],
  coolDownSessions: 12,
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': [4, 4.5, 4, 5, 4.5, 4] }),
    doesNot: () => exampleFeatures({ 'client.alliance': [7, 7.5, 7, 7, 7.5, 7, 4] }),
  },
})

/** The client's alliance in the newest session is clearly below their own usual. */
export const allianceBelowUsual = defineRule({
  id: 'alliance-below-usual',
  version: 4,
  isAboutAlliance: true,
  event: 'session',
  title: 'A drop, not a level',
  area: 'alliance',
  urgency: 2,
  rule: `The client’s alliance in the newest session is below the client’s own usual ${unusualDistance}; no drop found by Attune rule 1 says more about it.`,
  condition: (features) =>
    unusual(features, 'client.alliance', 'below') ??
    confirmedUnusual(features, 'client.alliance', 'below', ['client.felt-empathy', 'client.helpfulness']),
  because: ({ latest, usual, usualRatings, sessionNumber }) =>
    `The client’s alliance rating was ${ratingInWords(latest)} in session ${String(sessionNumber)}; the usual is ${ratingInWords(usual)} (${counted(usualRatings, 'earlier rating')}).`,
  numbers: usualNumbers('Client’s alliance', 'Client’s usual alliance'),
  suggestion: 'You could ask how last time felt. Was something different between the two of you?',
  cantTell:
    'Among 100 clients, growth of the alliance was followed by fewer symptoms in supportive than in supportive-expressive therapy, so what a change goes with depends on the way of working. The study is about growth, not about a drop.',
  restsOn: ['zilcha-mano-2022/growth-differs', 'zilcha-mano-2022/growth-supportive'],
  coolDownSessions: 2,
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': [7, 7.5, 7, 7, 7.5, 7, 4] }),
    doesNot: () => exampleFeatures({ 'client.alliance': [4, 4.5, 4, 5, 4.5, 4] }),
  },
})

const partsNumbers = ({ bond, tasks, goals, sessions }: PartsFeature): PromptNumber[] => [
  { label: 'Bond', value: bond, n: sessions },
  { label: 'Agreement on tasks', value: tasks, n: sessions },
  { label: 'Agreement on goals', value: goals, n: sessions },
]

const partsCaution =
  'In the study, confidence in the therapist and in the treatment predicted different things from week to week, in 631 inpatients. It prints no figures and shows no cause, and the two are not the same as bond and agreement. The distance is our own choice.'

/** The client rates the bond clearly below the agreement on tasks and goals. */
export const bondBelowWork = defineRule({
  id: 'bond-below-tasks-and-goals',
  version: 3,
  appliesTo: 'Attune’s own form of the alliance, which asks for bond, tasks and goals one by one',
  isOnce: true,
  title: 'The bond behind the work',
  area: 'alliance',
  urgency: 2,
  rule: `Over the newest 6 sessions in which the client rated all of them, bond is at least ${counted(partsApart, 'point')} below both tasks and goals: the lower end of a 95% interval, not only the mean.`,
  condition: ({ parts }) => (parts !== null && parts.surelyAboveBond >= partsApart ? parts : null),
  because: ({ bond, tasks, goals, sessions }) =>
    `Over ${counted(sessions, 'session')} the client put bond at ${inWords(bond)}, tasks at ${inWords(tasks)} and goals at ${inWords(goals)}.`,
  numbers: partsNumbers,
  suggestion: 'You could ask what it is like to be here with you, apart from what you work on.',
  cantTell: partsCaution,
  restsOn: ['finsrud-2023/therapist-confidence-clarity', 'finsrud-2023/therapist-confidence-rumination-none'],
  coolDownSessions: 4,
  examples: {
    fires: () =>
      exampleFeatures({
        'client.bond': [4, 5, 4, 4, 5, 4],
        'client.tasks': [7, 7, 8, 7, 8, 7],
        'client.goals': [8, 7, 7, 7, 8, 8],
      }),
    doesNot: () =>
      exampleFeatures({
        'client.bond': [4, 5, 4, 4, 5, 4],
        'client.tasks': [5, 5, 6, 5, 6, 5],
        'client.goals': [8, 7, 7, 7, 8, 8],
      }),
  },
})

/** The client rates the agreement on tasks and goals clearly below the bond. */
export const workBelowBond = defineRule({
  id: 'tasks-and-goals-below-bond',
  version: 3,
  appliesTo: 'Attune’s own form of the alliance, which asks for bond, tasks and goals one by one',
  isOnce: true,
  title: 'The work behind the bond',
  area: 'alliance',
  urgency: 2,
  rule: `Over the newest 6 sessions in which the client rated all of them, both tasks and goals are at least ${counted(partsApart, 'point')} below bond: the lower end of a 95% interval, not only the mean.`,
  condition: ({ parts }) => (parts !== null && parts.surelyBelowBond >= partsApart ? parts : null),
  because: ({ bond, tasks, goals, sessions }) =>
    `Over ${counted(sessions, 'session')} the client put tasks at ${inWords(tasks)} and goals at ${inWords(goals)}, and bond at ${inWords(bond)}.`,
  numbers: partsNumbers,
  suggestion:
    'You could go over the plan together: does the way you work on it make sense to them, and what would they change?',
  cantTell: partsCaution,
  restsOn: [
    'finsrud-2023/treatment-confidence-rumination',
    'finsrud-2023/treatment-confidence-clarity-none',
    betweenPeople('norcross-lambert-2018/goal-consensus'),
  ],
  coolDownSessions: 4,
  examples: {
    fires: () =>
      exampleFeatures({
        'client.bond': [8, 8, 9, 8, 9, 8],
        'client.tasks': [5, 6, 5, 5, 6, 5],
        'client.goals': [5, 5, 6, 5, 6, 6],
      }),
    doesNot: () =>
      exampleFeatures({
        'client.bond': [8, 8, 9, 8, 9, 8],
        'client.tasks': [5, 6, 5, 5, 6, 5],
        'client.goals': [8, 7, 8, 8, 7, 8],
      }),
  },
})

/** The client's alliance lies clearly above its level at the start. */
export const allianceGrew = defineRule({
  id: 'alliance-grew',
  version: 2,
  isAboutAlliance: true,
  isOnce: true,
  title: 'A level that has grown',
  area: 'alliance',
  urgency: 1,
  rule: 'The mean of the newest 6 ratings of the client’s alliance lies above the mean of the first 6, by at least a tenth of the scale and by more than the ratings vary; twelve ratings or more.',
  condition: ({ growth }) =>
    growth !== null && growth.newest - growth.first >= growth.least ? growth : null,
  because: ({ first, newest, ratingsEach, sessionNumber }) =>
    `The client’s alliance was ${ratingInWords(first)} on average in the first ${counted(ratingsEach, 'rating')} and is ${ratingInWords(newest)} in the newest ${String(ratingsEach)}, up to session ${String(sessionNumber)}.`,
  numbers: ({ first, newest, ratingsEach, least }) => [
    { label: 'Client’s alliance, first ratings', value: first, n: ratingsEach },
    { label: 'Client’s alliance, newest ratings', value: newest, n: ratingsEach },
    { label: 'Growth that counts here, in points', value: least, n: 2 * ratingsEach },
  ],
  suggestion:
    'What do you think has helped it along? You could ask the client what they would name, and do more of it.',
  cantTell:
    'Among 100 clients, growth of the alliance was followed by fewer symptoms in supportive than in supportive-expressive therapy, so what it goes with depends on the way of working. A first rating after a hard day makes any course look like growth.',
  restsOn: ['zilcha-mano-2022/growth-differs', 'zilcha-mano-2022/growth-supportive'],
  coolDownSessions: 12,
  examples: {
    fires: () => exampleFeatures({ 'client.alliance': [5, 5.5, 5, 5.5, 5, 5.5, 6, 6.5, 7, 7, 7.5, 7.5, 8] }),
    doesNot: () => exampleFeatures({ 'client.alliance': [5, 7, 5, 7, 5, 7, 5, 7.5, 6, 7, 5, 7.5, 6] }),
  },
})

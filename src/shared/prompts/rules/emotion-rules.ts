import type { GuessFeature } from '../client-features.ts'
import { exampleFeatures } from '../example-record.ts'
import { painfulEmotions } from '../feelings.ts'
import { defineRule } from '../rule.ts'
import type { Usual } from '../usual.ts'
import { counted, inWords } from '../wording.ts'
import { unusual, unusualDistance } from './unusual.ts'

const strongFrom = 7
const closeWithin = 1
const unexploredFrom = 3

type Misread = GuessFeature & { error: Usual }

function isMisread(guess: GuessFeature): guess is Misread {
  return guess.error !== null && guess.error.isUnusual && guess.error.before === 2
}

/** The therapist's sealed guesses of one painful emotion are off by more than they usually are, more than once. */
export const painfulFeelingMisread = defineRule({
  id: 'negative-guess-far-apart',
  version: 3,
  title: 'A painful feeling read differently',
  area: 'emotions',
  urgency: 2,
  rule: `Your sealed guess of one painful emotion (sad, angry or afraid) is off from the client’s own rating by more than is usual for you with this client, in each of the newest three sessions, in the same direction: ${unusualDistance}.`,
  condition: ({ guesses }) => guesses.find(isMisread) ?? null,
  because: ({ sessionNumber, emotion, guess, rating, error }) =>
    `In session ${String(sessionNumber)} you guessed ${inWords(guess)} for ${painfulEmotions[emotion]}; the client put ${inWords(rating)}. Usually you are ${inWords(error.usual)} ${error.usual < 0 ? 'below' : 'above'} (${counted(error.usualRatings, 'earlier session')}), and in the two sessions before you were as far off.`,
  numbers: ({ emotion, guess, rating, error }) => [
    { label: `${sentenceCase(painfulEmotions[emotion])}, your guess`, value: guess, n: 1 },
    { label: `${sentenceCase(painfulEmotions[emotion])}, client’s rating`, value: rating, n: 1 },
    { label: 'Guess minus rating, usually', value: error.usual, n: error.usualRatings },
  ],
  suggestion:
    'You could wonder with them what the hour was like inside. Is there a word for it that you have not used yet?',
  cantTell:
    'One observational study in a university clinic, without printed figures. In another, therapists tended to rate their clients’ negative emotions too high. A client may also rate a feeling that came after the hour.',
  restsOn: [
    'stolowicz-melman-2023/negative-accuracy-session',
    'stolowicz-melman-2023/exploration-moderates',
    'atzil-slonim-2019/negative-overestimated',
  ],
  coolDownSessions: 6,
  examples: {
    fires: () =>
      exampleFeatures({
        'therapist.guess-sadness': [4, 5, 4, 5, 4, 5, 2, 2, 2],
        'client.sadness': [4, 4, 5, 5, 4, 4, 8, 8, 8],
      }),
    doesNot: () =>
      exampleFeatures({
        'therapist.guess-sadness': [4, 5, 4, 5, 4, 5, 4, 2, 2],
        'client.sadness': [4, 4, 5, 5, 4, 4, 4, 8, 8],
      }),
  },
})

/** A strong painful emotion was guessed closely, and nothing was explored for some sessions. */
export const painfulFeelingUnexplored = defineRule({
  id: 'feeling-read-not-explored',
  version: 1,
  title: 'A feeling read well, and not explored',
  area: 'emotions',
  urgency: 1,
  rule: `In the newest session the client rated a painful emotion (sad, angry or afraid) at ${String(strongFrom)} or more and above their own usual ${unusualDistance}; your sealed guess was within ${counted(closeWithin, 'point')}; and the last session in which you noted that feelings were explored lies at least ${counted(unexploredFrom, 'session')} back. Where that has not been noted at all, the rule is silent.`,
  condition: (features) => {
    const { guesses, sinceExplored } = features
    if (sinceExplored === null || sinceExplored < unexploredFrom) return null
    const found = guesses.find(
      ({ emotion, guess, rating }) =>
        rating >= strongFrom &&
        Math.abs(guess - rating) <= closeWithin &&
        unusual(features, `client.${emotion}`, 'above') !== null,
    )
    return found === undefined ? null : { ...found, sinceExplored }
  },
  because: ({ sessionNumber, emotion, guess, rating, sinceExplored }) =>
    `In session ${String(sessionNumber)} the client put ${inWords(rating)} for ${painfulEmotions[emotion]}, and you guessed ${inWords(guess)}. Exploring feelings was last noted ${counted(sinceExplored, 'session')} before.`,
  numbers: ({ emotion, guess, rating, sinceExplored }) => [
    { label: `${sentenceCase(painfulEmotions[emotion])}, client’s rating`, value: rating, n: 1 },
    { label: `${sentenceCase(painfulEmotions[emotion])}, your guess`, value: guess, n: 1 },
    { label: 'Sessions since feelings were explored', value: sinceExplored, n: sinceExplored },
  ],
  suggestion: 'You read it. Could you wonder about it aloud, and stay with it for a while?',
  cantTell:
    'One observational study in a university clinic, without printed figures: how accuracy went with the session depended on exploring. A session without the note may have had a good deal of it.',
  restsOn: ['stolowicz-melman-2023/exploration-moderates', 'stolowicz-melman-2023/negative-accuracy-session'],
  coolDownSessions: 4,
  examples: {
    fires: () => exampleOfExploring(3),
    doesNot: () => exampleOfExploring(0),
  },
})

/** Seven ordinary sessions, the last with exploring noted, a number without it, and one of strong sadness. */
function exampleOfExploring(sessionsWithout: number) {
  const quiet = { scores: { 'client.sadness': 3, 'therapist.guess-sadness': 3 } }
  const strong = { scores: { 'client.sadness': 9, 'therapist.guess-sadness': 9 } }
  return exampleFeatures(
    {
      'client.sadness': [3, 4, 3, 3, 4, 3, 3],
      'therapist.guess-sadness': [3, 3, 3, 3, 3, 3, 3],
    },
    {
      newest: { events: ['feelings-explored'] },
      after: [...Array.from({ length: Math.max(0, sessionsWithout - 1) }, () => quiet), strong],
    },
  )
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

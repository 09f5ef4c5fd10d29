import { exampleFeatures } from '../example-record.ts'
import { defineRule } from '../rule.ts'
import { inWords } from '../wording.ts'

const farApart = 3

/** The therapist's sealed guess of the client's negative emotion is far from what the client rated. */
export const negativeGuessFarApart = defineRule({
  id: 'negative-guess-far-apart',
  version: 2,
  title: 'A painful feeling read differently',
  area: 'emotions',
  urgency: 2,
  rule: `In the newest session, your sealed guess of the client’s negative emotion and the client’s own rating of it lie at least ${String(farApart)} points apart.`,
  condition: ({ guessNegative }) =>
    guessNegative !== null && Math.abs(guessNegative.guess - guessNegative.rating) >= farApart
      ? guessNegative
      : null,
  because: ({ sessionNumber, guess, rating }) =>
    `In session ${String(sessionNumber)} you guessed ${inWords(guess)} for negative emotion; the client put ${inWords(rating)}.`,
  numbers: ({ guess, rating }) => [
    { label: 'Negative emotion, your guess', value: guess, n: 1 },
    { label: 'Negative emotion, client’s rating', value: rating, n: 1 },
  ],
  suggestion:
    'You could wonder with them what the hour was like inside. Is there a word for it that you have not used yet?',
  cantTell:
    'One observational study in a university clinic, without printed figures. In another, therapists tended to rate their clients’ negative emotions too high. One session apart is no pattern, and a client may rate a feeling that came after the hour.',
  restsOn: [
    'stolowicz-melman-2023/negative-accuracy-session',
    'stolowicz-melman-2023/exploration-moderates',
    'atzil-slonim-2019/negative-overestimated',
  ],
  coolDownSessions: 2,
  examples: {
    fires: () => exampleFeatures({ 'therapist.guess-negative': [3], 'client.negative': [7] }),
    doesNot: () => exampleFeatures({ 'therapist.guess-negative': [5], 'client.negative': [7] }),
  },
})

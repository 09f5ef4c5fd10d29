import { ownInstruments } from '../instruments/own-instruments.ts'
import {
  type Form,
  allianceItems,
  answered,
  asNotAsked,
  experienceItems,
  negativeItems,
  positiveItems,
  skipItems,
  stopAtItem,
  strainedWords,
  warmWords,
} from './forms.ts'
import { outcomeForm } from './outcome-form.ts'
import { type Random, createRandom } from './random.ts'
import { type SessionScores, sessionScores } from './session-scores.ts'
import { spread } from './spread.ts'
import type { FormGroup, Happening, Story } from './story.ts'

function spreadMean(items: readonly string[], mean: number, random: Random) {
  return answered(items, spread(mean * items.length, items.length, 10, random))
}

function emotions(negative: number, positive: number, random: Random) {
  return { ...spreadMean(negativeItems, negative, random), ...spreadMean(positiveItems, positive, random) }
}

function feelings({ supportive, inadequate }: SessionScores['before']) {
  return answered(['supportive', 'inadequate'], [Math.round(supportive), Math.round(inadequate)])
}

function feelingWords(mood: number, random: Random): string[] {
  const list = mood < -1 ? strainedWords : warmWords
  const first = random.below(list.length)
  const count = mood < -1 || mood > 0.4 ? 2 : random.below(2)
  return list.filter((_, index) => (index - first + list.length) % list.length < count)
}

function clientForms(scores: SessionScores, happening: Happening, random: Random): Form[] {
  const byClient = { rater: 'client', occasion: 'after', comment: '' } as const
  const forms: Form[] = [
    {
      ...byClient,
      instrumentId: ownInstruments.allianceClient,
      answers: spreadMean(allianceItems, scores.clientAlliance, random),
      words: [],
    },
    {
      ...byClient,
      instrumentId: ownInstruments.sessionExperience,
      answers: answered(
        experienceItems,
        [
          scores.feltEmpathy,
          // Warmth goes with being understood, and being at odds with a low alliance.
          Math.min(10, scores.feltEmpathy + 1),
          scores.helpfulness,
          scores.accomplishment,
          Math.max(0, 6 - scores.clientAlliance),
          scores.deviation < -1 ? 1 : 0,
        ].map(Math.round),
      ),
      words: [],
      comment: happening.comment ?? '',
    },
    {
      ...byClient,
      instrumentId: ownInstruments.emotionsClient,
      answers: emotions(scores.negative, scores.positive, random),
      words: [],
    },
  ]
  if (happening.isClientNotAsked === true) {
    return asNotAsked(forms)
  }
  const kept = skipItems(forms, happening.skips ?? [])
  return happening.stopsAt === undefined ? kept : stopAtItem(kept, happening.stopsAt)
}

function beforeForm(scores: SessionScores, random: Random): Form {
  return {
    instrumentId: ownInstruments.feelingsBefore,
    rater: 'therapist',
    occasion: 'before',
    answers: feelings(scores.before),
    words: feelingWords(scores.before.inadequate > 4 ? -2 : 0, random),
    comment: '',
  }
}

function afterForms(scores: SessionScores, random: Random): Form[] {
  const byTherapist = { rater: 'therapist', occasion: 'after', comment: '' } as const
  return [
    {
      ...byTherapist,
      instrumentId: ownInstruments.allianceTherapist,
      answers: spreadMean(allianceItems, scores.therapistAlliance, random),
      words: [],
    },
    {
      ...byTherapist,
      instrumentId: ownInstruments.ownEmpathy,
      answers: answered(['own-empathy'], [Math.round(scores.ownEmpathy)]),
      words: [],
    },
    {
      ...byTherapist,
      instrumentId: ownInstruments.feelingsAfter,
      answers: feelings(scores.after),
      words: feelingWords(scores.deviation, random),
    },
  ]
}

function guessForm(scores: SessionScores, random: Random): Form {
  return {
    instrumentId: ownInstruments.emotionsGuess,
    rater: 'therapist',
    occasion: 'after',
    answers: emotions(scores.guessNegative, scores.guessPositive, random),
    words: [],
    comment: '',
  }
}

/** The forms of one session (number from 1), by who filled them in; leaves out a group without forms. */
export function sessionForms(story: Story, number: number): Partial<Record<FormGroup, Form[]>> {
  const scores = sessionScores(story, number)
  if (scores === null) {
    return {}
  }
  const happening = story.at[number] ?? {}
  const has = (group: FormGroup) => !(happening.withoutForms ?? []).includes(group)
  const random = (group: FormGroup) => createRandom(`${story.name}/${number}/${group}`)
  const outcomes = (story.outcomes ?? []).flatMap(
    (series) => outcomeForm(series, number, random('client')) ?? [],
  )
  return {
    ...(has('before') ? { before: [beforeForm(scores, random('before'))] } : {}),
    ...(has('client') && story.clientRates
      ? { client: [...outcomes, ...clientForms(scores, happening, random('client'))] }
      : {}),
    ...(has('guess') ? { guess: [guessForm(scores, random('guess'))] } : {}),
    ...(has('after') ? { after: afterForms(scores, random('after')) } : {}),
  }
}

/** The Before card of the session after the last: the therapist's feelings from there, and nothing else yet. */
export function comingBeforeForm(story: Story): Form | null {
  const lastNumber = story.alliance.length
  const continued = { ...story, alliance: [...story.alliance, story.alliance[lastNumber - 1] ?? null] }
  const scores = sessionScores(continued, lastNumber + 1)
  return scores && beforeForm(scores, createRandom(`${story.name}/${lastNumber + 1}/before`))
}

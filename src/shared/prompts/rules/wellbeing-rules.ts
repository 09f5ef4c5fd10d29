import type { OwnFeatures, OwnScaleFeature } from '../own-features.ts'
import { ownFeaturesOf } from '../own-features.ts'
import type { OwnScale } from '../own-record.ts'
import type { PromptNumber } from '../prompt.ts'
import { betweenPeople, defineOwnRule } from '../rule.ts'
import { counted, inWords } from '../wording.ts'
import { unusualDistance } from './unusual.ts'

const highFrom = 7

function raised({ scales }: OwnFeatures, scale: OwnScale): OwnScaleFeature | null {
  const found = scales[scale]
  if (found === undefined) return null
  const isAboveUsual = found.usual !== null && found.usual.isUnusual && found.usual.departure > 0
  const isHighAgain = found.latest >= highFrom && found.previous !== null && found.previous >= highFrom
  return isAboveUsual || isHighAgain ? found : null
}

function sentence(what: string, { latest, previous, usual }: OwnScaleFeature): string {
  if (usual !== null && usual.isUnusual)
    return `You put ${what} at ${inWords(latest)} in your newest check; your usual is ${inWords(usual.usual)} (${counted(usual.usualRatings, 'earlier check')}).`
  return `You put ${what} at ${inWords(latest)} in your newest check and at ${inWords(previous ?? latest)} in the one before.`
}

function numbersFor(label: string): (scale: OwnScaleFeature) => PromptNumber[] {
  return ({ latest, previous, usual }) => [
    { label, value: latest, n: 1 },
    ...(previous === null ? [] : [{ label: `${label}, the check before`, value: previous, n: 1 }]),
    ...(usual === null ? [] : [{ label: `${label}, your usual`, value: usual.usual, n: usual.usualRatings }]),
  ]
}

const ruleFor = (what: string) =>
  `${what} is at least ${String(highFrom)} of 10 in your newest two checks, or above your own usual ${unusualDistance}.`

const rated = (scale: OwnScale, scores: number[]) => () =>
  ownFeaturesOf({ checks: scores.map((score) => ({ scores: { [scale]: score } })), earlier: 0 })

/** The therapist feels distant from clients, twice in a row or more than usual. */
export const ownDisengagement = defineOwnRule({
  id: 'own-disengagement',
  version: 2,
  title: 'Some distance from the work',
  area: 'wellbeing',
  urgency: 3,
  rule: ruleFor('Disengagement'),
  condition: (features) => raised(features, 'disengagement'),
  because: (scale) => sentence('distance from your clients', scale),
  numbers: numbersFor('Disengagement'),
  suggestion:
    'You could think of one thing in how the work is set up, such as load, breaks or say in it, and whom to raise it with.',
  cantTell:
    'Observed with 49 therapists in one service: working conditions may be behind both the distance and the outcomes. These items are brief and have no norms; the number says how you put it, nothing more.',
  restsOn: [
    betweenPeople('delgadillo-2018/disengagement-outcome'),
    betweenPeople('delgadillo-2018/share-explained'),
  ],
  coolDownSessions: 2,
  examples: { fires: rated('disengagement', [3, 7, 8]), doesNot: rated('disengagement', [3, 3, 8]) },
})

/** The therapist feels worn out, twice in a row or more than usual. */
export const ownExhaustion = defineOwnRule({
  id: 'own-exhaustion',
  version: 2,
  title: 'Worn out',
  area: 'wellbeing',
  urgency: 2,
  rule: ruleFor('Exhaustion'),
  condition: (features) => raised(features, 'exhaustion'),
  because: (scale) => sentence('feeling worn out', scale),
  numbers: numbersFor('Exhaustion'),
  suggestion: 'Is there somewhere you could say this as it is? Supervision may be one such place.',
  cantTell:
    'Health professionals with a better relationship to their supervisor reported less burnout; everything was asked once, so which comes first can’t be told. In the study of therapists’ burnout and outcome, the abstract names distance from the work and low satisfaction, not exhaustion.',
  restsOn: [
    betweenPeople('hiebler-ragger-2021/supervision-burnout'),
    betweenPeople('delgadillo-2018/burnout-satisfaction'),
  ],
  coolDownSessions: 2,
  examples: {
    fires: rated('exhaustion', [2, 3, 2, 3, 2, 3, 6]),
    doesNot: rated('exhaustion', [5, 6, 6, 6, 5, 6]),
  },
})

/** The therapist's own life weighs on the work, twice in a row or more than usual. */
export const ownBurden = defineOwnRule({
  id: 'own-burden',
  version: 3,
  title: 'Life outside the room',
  area: 'wellbeing',
  urgency: 2,
  rule: ruleFor('Personal burden'),
  condition: (features) => raised(features, 'personal-burden'),
  because: (scale) => sentence('what weighs on you', scale),
  numbers: numbersFor('Personal burden'),
  suggestion:
    'Would it help to see fewer people for a while, or to let somebody know? You could decide on one small thing now.',
  cantTell:
    'A survey of 12,036 therapists at one time, who described themselves. What goes with burden may be its source, what follows from it, or neither; no clients were asked. That fewer clients go with more well-being is background in its summary.',
  restsOn: [
    betweenPeople('nissen-lie-2021/burden-predictors'),
    betweenPeople('nissen-lie-2021/burden-explained'),
    betweenPeople('nissen-lie-2021/background-relief'),
  ],
  coolDownSessions: 2,
  examples: { fires: rated('personal-burden', [7, 8]), doesNot: rated('personal-burden', [4, 8]) },
})

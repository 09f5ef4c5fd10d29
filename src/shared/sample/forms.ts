import { ownInstruments } from '../instruments/own-instruments.ts'
import type { Answers } from '#shared/instruments/response.ts'
import type { Response } from '#shared/records/session-log.ts'

/** A filled-in form without its session: everything except its id, version and time. */
export type Form = Pick<Response, 'instrumentId' | 'rater' | 'occasion' | 'answers' | 'words' | 'comment'>

/**
 * The versions that the fictional clients and their therapist answered; the first of all others. The emotions are still
 * answered in the first version, so that the next real answer shows how a change of form looks.
 */
export const answeredVersions: Readonly<Record<string, number>> = {
  [ownInstruments.allianceClient]: 2,
  [ownInstruments.allianceTherapist]: 2,
  [ownInstruments.ownEmpathy]: 2,
  [ownInstruments.sessionExperience]: 2,
}

/** The items of Attune's own forms in the sample, in the order in which they are asked. */
export const allianceItems = ['goals', 'tasks', 'bond', 'overall'] as const
export const experienceItems = [
  'felt-empathy',
  'warmth',
  'helpfulness',
  'accomplishment',
  'at-odds',
  'unsaid',
] as const
export const negativeItems = ['sadness', 'anger', 'fear'] as const
export const positiveItems = ['joy', 'calm', 'hope'] as const

/** Words a therapist can tick for their own feelings. */
export const warmWords = ['liking', 'enjoyment', 'pride', 'attachment'] as const
export const strainedWords = ['power-struggle', 'drained', 'helpless', 'frustrated'] as const

/** Answers that give each item the value at the same position. */
export function answered(items: readonly string[], values: readonly number[]): Answers {
  return Object.fromEntries(
    items.flatMap((item, index) => {
      const value = values[index]
      return value === undefined ? [] : [[item, { value, missingReason: null }]]
    }),
  )
}

function withoutAnswer(
  form: Form,
  reasonFor: (item: string) => 'skipped' | 'stopped' | 'not-asked' | null,
): Form {
  const answers = Object.entries(form.answers).map(([item, answer]) => {
    const missingReason = reasonFor(item)
    return [item, missingReason === null ? answer : { value: null, missingReason }] as const
  })
  return { ...form, answers: Object.fromEntries(answers) }
}

/** The forms with these items skipped. */
export function skipItems(forms: readonly Form[], items: readonly string[]): Form[] {
  return forms.map((form) => withoutAnswer(form, (item) => (items.includes(item) ? 'skipped' : null)))
}

/** The forms, in the order asked, if the respondent stopped at this item. */
export function stopAtItem(forms: readonly Form[], firstUnanswered: string): Form[] {
  let hasStopped = false
  return forms.map((form) =>
    withoutAnswer(form, (item) => {
      hasStopped ||= item === firstUnanswered
      return hasStopped ? 'stopped' : null
    }),
  )
}

/** The forms if the respondent was never asked. */
export function asNotAsked(forms: readonly Form[]): Form[] {
  return forms.map((form) => ({ ...withoutAnswer(form, () => 'not-asked'), words: [], comment: '' }))
}

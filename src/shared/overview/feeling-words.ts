import { z } from 'zod'
import type { Instrument } from '../instruments/instrument.ts'
import type { Response } from '../records/session-log.ts'

/** Accepts the words that the therapist chose for their feelings, before the session and after it. */
export const feelingWordsSchema = z.strictObject({
  before: z.array(z.string()),
  after: z.array(z.string()),
})
export type FeelingWords = z.output<typeof feelingWordsSchema>

type Form = Pick<Response, 'rater' | 'occasion' | 'instrumentId' | 'instrumentVersion' | 'words'>

/** The chosen words as the form writes them, in its order. Leaves out a word that the form does not offer. */
export function chosenWords(
  { instrumentId, instrumentVersion, words }: Pick<Form, 'instrumentId' | 'instrumentVersion' | 'words'>,
  find: (id: string, version: number) => Instrument | null,
): string[] {
  const offered = find(instrumentId, instrumentVersion)?.words ?? []
  return offered.filter(({ id }) => words.includes(id)).map(({ text }) => text)
}

/** The therapist's words of one session; null if none were chosen. */
export function feelingWordsOf(
  forms: readonly Form[],
  find: (id: string, version: number) => Instrument | null,
): FeelingWords | null {
  const at = (occasion: Form['occasion']) =>
    forms
      .filter((form) => form.rater === 'therapist' && form.occasion === occasion)
      .flatMap((form) => chosenWords(form, find))
  const [before, after] = [at('before'), at('after')]
  return before.length + after.length === 0 ? null : { before, after }
}

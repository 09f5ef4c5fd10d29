import type { TextToAdd } from '#shared/exports/read/session-additions.ts'
import type { createProblemList } from '#shared/imports/import-problem.ts'
import { validateChosenWords } from '#shared/instruments/response.ts'
import type { Response } from '#shared/records/session-log.ts'
import type { InstrumentLibrary } from '../../records/instruments/instrument-library.ts'
import { ofTheGuess } from './check-forms.ts'
import type { PlacedSession } from './place-sessions.ts'

/** What a form that is there gets; null for what stays as it is. */
interface PlannedFormTexts {
  readonly id: Response['id']
  comment: string | null
  words: readonly string[] | null
}

/** The texts that a session gets which has none. */
export interface PlannedTexts {
  note: string | null
  readonly forms: PlannedFormTexts[]
}

interface CheckedTexts {
  readonly texts: PlannedTexts
  /** How many the session gets. */
  readonly added: number
  /** How many it has already, word by word. */
  readonly unchanged: number
}

/** Checks the texts that a session would get. One that differs from what is there is a problem of its row, and stays out. */
export function checkTexts(
  instruments: Pick<InstrumentLibrary, 'find'>,
  { before, texts: given }: PlacedSession,
  problems: Pick<ReturnType<typeof createProblemList>, 'add'>,
): CheckedTexts {
  const texts: PlannedTexts = { note: null, forms: [] }
  const counts = { added: 0, unchanged: 0 }
  if (before === null) return { texts, ...counts }
  /** Whether a text can be added: there is none yet. */
  const isFree = ({ row, kind }: TextToAdd, isEmpty: boolean, isSame: boolean): boolean => {
    if (isEmpty) counts.added += 1
    else if (isSame) counts.unchanged += 1
    else problems.add(row, 'other-text', 'kind', kind)
    return isEmpty
  }
  for (const text of given) {
    if (text.kind === 'note') {
      const { notes } = before.session
      if (isFree(text, notes === '', notes === text.text)) texts.note = text.text
      continue
    }
    const form = formOf(before.responses, text)
    const isHidden = before.session.guess === 'open' && ofTheGuess.includes(text.form.instrumentId)
    if (form === undefined || isHidden) {
      problems.add(text.row, isHidden ? 'guess-open' : 'form-missing', 'instrument', text.form.instrumentId)
      continue
    }
    if (text.kind === 'comment') {
      if (isFree(text, form.comment === '', form.comment === text.text))
        ofForm(texts, form).comment = text.text
      continue
    }
    const instrument = instruments.find(form.instrumentId, form.instrumentVersion)
    if (instrument === null || validateChosenWords(instrument, text.words).length > 0)
      problems.add(text.row, 'word-not-possible', 'id', text.words.join(', '))
    else if (isFree(text, form.words.length === 0, areSame(form.words, text.words)))
      ofForm(texts, form).words = text.words
  }
  return { texts, ...counts }
}

function formOf(
  responses: readonly Response[],
  { form }: Exclude<TextToAdd, { kind: 'note' }>,
): Response | undefined {
  return responses.find(
    ({ instrumentId, instrumentVersion, rater, occasion }) =>
      instrumentId === form.instrumentId &&
      instrumentVersion === form.instrumentVersion &&
      rater === form.rater &&
      occasion === form.occasion,
  )
}

function ofForm({ forms }: PlannedTexts, { id }: Response): PlannedFormTexts {
  const known = forms.find((each) => each.id === id)
  if (known !== undefined) return known
  const made = { id, comment: null, words: null }
  forms.push(made)
  return made
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted())
}

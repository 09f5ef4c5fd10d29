import type { Response } from '#shared/records/session-log.ts'
import { digestOf, type KeptSession } from './kept-imports.ts'

/** How many texts an import has given a session. */
export function countOf({ note, forms }: KeptSession['texts']): number {
  return [note, ...forms.flatMap(({ comment, words }) => [comment, words])].filter((each) => each !== null)
    .length
}

interface WithoutTexts {
  readonly notes: string
  readonly responses: readonly Response[]
  /** The forms that lost a text. */
  readonly changed: readonly Response[]
  readonly removed: number
}

/** A session's note and forms without the texts of an import, except those that were changed since. */
export function withoutTexts(
  notes: string,
  responses: readonly Response[],
  { note, forms }: KeptSession['texts'],
): WithoutTexts {
  const isNoteGone = note !== null && digestOf(notes) === note
  let removed = Number(isNoteGone)
  const changed: Response[] = []
  const left = responses.map((response) => {
    const own = forms.find(({ id }) => id === response.id)
    if (own === undefined) return response
    const isCommentGone = own.comment !== null && digestOf(response.comment) === own.comment
    const areWordsGone = own.words !== null && digestOf(response.words) === own.words
    if (!isCommentGone && !areWordsGone) return response
    removed += Number(isCommentGone) + Number(areWordsGone)
    const without = {
      ...response,
      comment: isCommentGone ? '' : response.comment,
      words: areWordsGone ? [] : response.words,
    }
    changed.push(without)
    return without
  })
  return { notes: isNoteGone ? '' : notes, responses: left, changed, removed }
}

import { z } from 'zod'

/** The longest note, in UTF-16 code units: a very long session's worth of typing. */
export const longestNote = 20_000

/** Free text up to a length, kept exactly and never interpreted. NUL and lone surrogates are refused. */
export const freeTextSchema = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds characters that cannot be stored')

/** A note as the therapist or client wrote it. */
export const noteSchema = freeTextSchema(longestNote)

/** One line of text with no line breaks or control characters, trimmed. */
export const lineSchema = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    // Control characters would hide what a code or a label really says.
    .refine((text) => !/\p{Cc}/u.test(text) && text.isWellFormed(), 'holds characters that cannot be shown')

/** Marks that turn the direction of what follows them, past the end of the text they stand in. */
const turningMark = /[\u202a-\u202e\u2066-\u2069]/u

/** One line as somebody enters it: one that would turn around the words beside it on a screen is refused. */
export const enteredLineSchema = (longest: number) =>
  lineSchema(longest).refine((text) => !turningMark.test(text), 'holds characters that turn its direction')

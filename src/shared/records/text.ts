import { z } from 'zod'

/** The longest note, in UTF-16 code units: a very long session's worth of typing. */
export const longestNote = 20_000

/**
 * The longest text that a draft keeps, in UTF-16 code units: fifty notes' worth, so that a text that is too long to save
 * survives until it is shortened.
 */
export const longestDraftText = 1_000_000

/** Free text up to a length, kept exactly and never interpreted. NUL and lone surrogates are refused. */
export const freeTextSchema = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds characters that cannot be stored')

/** A note as the therapist or client wrote it. */
export const noteSchema = freeTextSchema(longestNote)

/**
 * The client's own words about a session. Nobody can ask the client to shorten them once the form is over, so they may be
 * as long as a draft.
 */
export const clientCommentSchema = freeTextSchema(longestDraftText)

/** One trimmed line of text without line breaks or control characters. */
export const lineSchema = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    // Control characters could hide the real content of a code or a label.
    .refine((text) => !/\p{Cc}/u.test(text) && text.isWellFormed(), 'holds characters that cannot be shown')

/** Marks that change the direction of the text after them, even beyond the end of their own text. */
const turningMark = /[\u202a-\u202e\u2066-\u2069]/u

/** Places of Unicode that are no characters and never will be. XML forbids some of them, so a picture with one is broken. */
const noCharacter = /\p{Noncharacter_Code_Point}/u

/** One entered line; refuses one that would reverse the words beside it on a screen, or that a file can't hold. */
export const enteredLineSchema = (longest: number) =>
  lineSchema(longest)
    .refine((text) => !turningMark.test(text), 'holds characters that turn its direction')
    .refine((text) => !noCharacter.test(text), 'holds what is no character')

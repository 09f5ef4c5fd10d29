import { z } from 'zod'

const tagLike = /<[/!?\p{L}]/u
const unseenCharacter = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u{200c}\u{200d}])\p{Cf}/u

/**
 * Accepts one line of visible text of 1 to 2000 characters: no markup, no control, bidi-override or zero-width
 * characters.
 *
 * Instruments can come from any file, and clients see their words. So text that could be read as markup, or that
 * looks different from how it is stored, is refused, not cleaned. The two joiners that Persian and Indic scripts need
 * are allowed.
 */
export const plainTextSchema = z
  .string()
  .max(2000)
  .refine((text) => text.trim().length > 0, 'Text must not be empty')
  .refine((text) => text === text.trim(), 'Text must not begin or end with spaces')
  .refine((text) => !tagLike.test(text), 'Text must not contain markup')
  .refine((text) => !unseenCharacter.test(text), 'Text must not contain invisible characters')

/** How many characters the id of a questionnaire, an item or a scale may have. */
export const longestMeasureId = 64

/** Accepts an id of lower-case words joined by hyphens, such as `felt-empathy`. */
export const measureIdSchema = z
  .string()
  .max(longestMeasureId)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words joined by hyphens')

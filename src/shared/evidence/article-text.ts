import { z } from 'zod'
import { articleLimits } from './article-limits.ts'

// Tabs and line ends are spaces by now. Persian and Indic scripts need joiners.
const unseenCharacter = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u{200c}\u{200d}])\p{Cf}/u
const unseenInDoi = /[\p{Cc}\p{Cs}\p{Cf}]/gu

/**
 * Accepts one line of visible text: no control, bidi-override or zero-width characters and no half characters.
 *
 * Anything that looks like markup is allowed ("p < .001"), because text is only shown as text.
 */
export const articleTextSchema = z
  .string()
  .trim()
  .min(1)
  .max(articleLimits.text)
  .refine((text) => !unseenCharacter.test(text), 'Text must not contain invisible characters')

/** Accepts the address of a page, stored and shown as text: Attune never opens it. */
export const pageAddressSchema = articleTextSchema
  .max(articleLimits.address)
  .regex(/^https?:\/\/\S+$/i, 'an address such as https://example.org/article')

/**
 * Accepts a bare DOI such as `10.1037/pst0000193`. Drops invisible characters: a DOI copied from a web page can
 * contain some, and not every file format can hold them.
 */
export const doiSchema = z
  .string()
  .overwrite((text) => text.replaceAll(unseenInDoi, ''))
  .regex(/^10\.\d{4,9}\/\S+$/, 'a bare DOI such as 10.1037/pst0000193')

import { z } from 'zod'
import { articleLimits } from './article-limits.ts'

// Tabs and line ends are folded to spaces before; joiners are needed by Persian and Indic scripts.
const unseenCharacter = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u{200c}\u{200d}])\p{Cf}/u
const unseenInDoi = /[\p{Cc}\p{Cs}\p{Cf}]/gu

/**
 * Accepts one line of visible text: no control, bidi-override or zero-width characters and no half characters.
 *
 * Anything that looks like markup is let through ("p < .001"), because text is only ever shown as text.
 */
export const articleTextSchema = z
  .string()
  .trim()
  .min(1)
  .max(articleLimits.text)
  .refine((text) => !unseenCharacter.test(text), 'Text must not contain invisible characters')

/**
 * Accepts a bare DOI such as `10.1037/pst0000193`. Characters that can't be seen are dropped: a DOI copied from a web
 * page can bring some along, and not every file format can hold them.
 */
export const doiSchema = z
  .string()
  .overwrite((text) => text.replaceAll(unseenInDoi, ''))
  .regex(/^10\.\d{4,9}\/\S+$/, 'a bare DOI such as 10.1037/pst0000193')

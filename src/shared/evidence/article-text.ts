import { z } from 'zod'
import { articleLimits } from './article-limits.ts'

// Tabs and line ends are folded to spaces before; joiners are needed by Persian and Indic scripts.
const unseenCharacter = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u{200c}\u{200d}])\p{Cf}/u

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

import { freeTextSchema } from '../records/text.ts'

/** Control characters except tab and line feed, and marks that turn the direction of the text after them. */
const unsafe = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

/** Accepts text that looks on a screen as it is stored. Markup in it stays text. */
export const bundleTextSchema = (longest: number) =>
  freeTextSchema(longest).refine((text) => text.search(unsafe) === -1, {
    message: 'holds characters that hide or turn what is written',
    params: { reason: 'unsafe-text' },
  })

/** Characters without a shape that join no letters: a hidden text can be written in the last of them. */
const unseen = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu

/**
 * Makes any text fit for a bundle: line feeds for other line breaks, none of the characters that hide or turn, and none
 * that the preview can't show.
 */
export function toBundleText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(unsafe, '').replaceAll(unseen, '').toWellFormed()
}

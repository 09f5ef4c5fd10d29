import { freeTextSchema } from '../records/text.ts'

/** Control characters except tab and line feed, and marks that turn the direction of the text after them. */
const unsafe = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

/** Accepts text that looks on a screen as it is stored. Markup in it stays text. */
export const bundleTextSchema = (longest: number) =>
  freeTextSchema(longest).refine((text) => text.search(unsafe) === -1, {
    message: 'holds characters that hide or turn what is written',
    params: { reason: 'unsafe-text' },
  })

/** Makes any text fit for a bundle: line feeds for other line breaks, and none of the characters that hide or turn. */
export function toBundleText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(unsafe, '').toWellFormed()
}

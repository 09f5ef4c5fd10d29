/** The sizes of paper that a report can have. */
export const paperSizes = ['A4', 'Letter'] as const
export type PaperSize = (typeof paperSizes)[number]

/** Where paper of US Letter size is usual (CLDR, `paperSize`). Everywhere else it is A4. */
const letterRegions: ReadonlySet<string> = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

/** The size of paper that is usual where a locale such as `de-AT` is used. */
export function usualPaper(locale: string): PaperSize {
  try {
    return letterRegions.has(new Intl.Locale(locale).maximize().region ?? '') ? 'Letter' : 'A4'
  } catch {
    return 'A4'
  }
}

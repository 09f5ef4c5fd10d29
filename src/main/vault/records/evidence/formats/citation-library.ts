import { z } from 'zod'

const nameSchema = z.object({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  suffix: z.string().optional(),
  'non-dropping-particle': z.string().optional(),
  'dropping-particle': z.string().optional(),
})
export type CitationName = z.output<typeof nameSchema>

/** The used fields of a reference, as CSL-JSON names them; all others are dropped. */
const citationRecordSchema = z.object({
  title: z.string().optional(),
  author: z.array(nameSchema).optional(),
  issued: z.object({ 'date-parts': z.array(z.array(z.union([z.number(), z.string()]))) }).optional(),
  'container-title': z.string().optional(),
  volume: z.union([z.string(), z.number()]).optional(),
  issue: z.union([z.string(), z.number()]).optional(),
  page: z.string().optional(),
  DOI: z.string().optional(),
})
export type CitationRecord = z.output<typeof citationRecordSchema>
const citationRecordsSchema = z.array(citationRecordSchema)

/** A reference to write, in CSL-JSON. */
export type CitationToWrite = Omit<CitationRecord, 'volume' | 'issue'> & {
  id: string
  type: 'article-journal' | 'document'
  volume?: string
  issue?: string
}

/**
 * Reads BibTeX, and writes RIS and BibTeX, with citation-js, loaded on first use.
 *
 * Always names the input's type: otherwise the library would treat a text that is an address as something to fetch. The
 * app does not contain its fetching code (see the build's configuration).
 */
export async function loadCitationLibrary() {
  const [{ plugins, logger }] = await Promise.all([
    import('@citation-js/core'),
    import('@citation-js/plugin-ris'),
    import('@citation-js/plugin-bibtex'),
  ])
  // Keeps keys unchanged and letters as they are: it would drop letters that it can't spell in ASCII.
  Object.assign(plugins.config.get('@bibtex').format, {
    useIdAsLabel: true,
    checkLabel: false,
    asciiOnly: false,
  })
  // The library keeps its input in a log of its own; this empties it.
  const quietly = <T>(action: () => T): T => {
    try {
      return action()
    } finally {
      logger._log = []
    }
  }
  return {
    /** Parses the references in a BibTeX text. Throws if the text can't be parsed. */
    readBibtex: (text: string): CitationRecord[] =>
      quietly(() =>
        citationRecordsSchema.parse(
          plugins.input.chain(text, { forceType: '@bibtex/text', generateGraph: false }),
        ),
      ),
    writeBibtex: (records: readonly CitationToWrite[]): string =>
      quietly(() => z.string().parse(plugins.output.format('bibtex', records, { format: 'text' }))),
    /** The lines of each record, by their two-letter tags. */
    risTags: (records: readonly CitationToWrite[]) =>
      quietly(() =>
        z
          .array(z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])))
          .parse(plugins.output.format('ris', records, { format: 'object' })),
      ),
  }
}

export type CitationLibrary = Awaited<ReturnType<typeof loadCitationLibrary>>

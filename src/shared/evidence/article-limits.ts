/** The limits of a summary and of an imported file; anything larger is refused. */
export const articleLimits = {
  /** Size of a file in bytes. */
  bytes: 4_194_304,
  /** References in one file. */
  records: 5_000,
  /** Characters of a summary's front matter in a file. */
  frontMatter: 400_000,
  /** Characters of a reference in a file. */
  reference: 100_000,
  /** Characters of one paragraph, title or sentence. */
  text: 20_000,
  /** Characters of the address of a page. */
  address: 2_000,
  /** Entries of one list, such as paragraphs, findings or authors. */
  entries: 500,
  /** Characters of an id. */
  id: 100,
  /** Characters of a private note. */
  note: 50_000,
  /** Characters of a search query. */
  query: 10_000,
  /** Problems that are listed for one summary. */
  problems: 50,
} as const satisfies Record<string, number>

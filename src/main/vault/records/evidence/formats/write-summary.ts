import { Document } from 'yaml'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { partNames } from './part-names.ts'

// The order of the format's documentation, which also suits human readers of the file.
const order = [
  'id',
  'title',
  'citation',
  'shortCitation',
  'authors',
  'year',
  'journal',
  'doi',
  'link',
  'missing',
  'topics',
  'design',
  'sample',
  'effects',
  'discrepancies',
  'caveats',
  'checked',
  'source',
  'chosenBy',
] as const satisfies (keyof ArticleDraft)[]

/** Writes a summary in the same format that is read: reading the text gives the same summary. */
export function writeSummary(article: ArticleDraft): string {
  const fields = order.flatMap((name) =>
    article[name] === undefined ? [] : [[name, article[name]] as const],
  )
  const document = new Document(Object.fromEntries(fields), { schema: 'core', aliasDuplicateObjects: false })
  const frontMatter = document.toString({ lineWidth: 0 })
  const parts = partNames.flatMap(({ title, name }) => {
    const paragraphs = article.sections[name]
    return paragraphs.length === 0 ? [] : [`## ${title}\n\n${paragraphs.join('\n\n')}\n`]
  })
  return `---\n${frontMatter}---\n\n${parts.join('\n')}`
}

import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/outcome.ts'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import type { ImportPreview } from '#shared/evidence/import-preview.ts'
import { change } from '../../database/change.ts'
import { classifyRecords } from './classify-records.ts'
import type { EvidenceParts } from './evidence.handlers.ts'
import { loadCitationLibrary } from './formats/citation-library.ts'
import { readRecords, type ReadFile } from './formats/read-records.ts'
import { writeBibtex, writeRis } from './formats/write-references.ts'
import { writeSummary } from './formats/write-summary.ts'

type Transfer = Pick<Handlers<'vault'>['evidence'], 'previewImport' | 'import' | 'export'>

const fileNames = { markdown: 'evidence.md', ris: 'references.ris', bibtex: 'references.bib' } as const

/** Summaries and references on their way in and out of the library. */
export function createTransferHandlers(parts: EvidenceParts): Transfer {
  const { context, library, repository, keeper, search } = parts
  const shipped = (id: string) => library.all().find((article) => article.id === id)

  const previewOf = (read: ReadFile): ImportPreview => {
    const known = { shipped, own: repository.own, items: search.list() }
    return { ...read, records: classifyRecords(read.records, known) }
  }

  const articleOf = (id: string): ArticleDraft => {
    const found = shipped(id) ?? repository.own(id)?.article
    if (!found) throw new AppError('not-found')
    return found
  }

  return {
    previewImport: async (file) => {
      keeper.bringUpToDate()
      return previewOf(await readRecords(file))
    },
    import: async ({ records, ...file }) => {
      keeper.bringUpToDate()
      const read = await readRecords(file)
      return change(context.db, () => {
        const preview = previewOf(read)
        const imported = preview.records.flatMap((record) => {
          const isAskedFor = records?.includes(record.index) ?? true
          if (!isAskedFor || (record.outcome !== 'new' && record.outcome !== 'changes-own')) return []
          const revision = record.outcome === 'new' ? 1 : record.revision + 1
          parts.keep({ article: record.article, revision, savedAt: context.now().toISOString() })
          return [record.article.id]
        })
        return { imported, preview }
      })
    },
    export: async ({ ids, format }) => {
      const articles = ids.map(articleOf)
      const [only] = ids
      const ending = fileNames[format].slice(fileNames[format].indexOf('.'))
      const fileName = only !== undefined && ids.length === 1 ? `${only}${ending}` : fileNames[format]
      if (format === 'markdown') return { fileName, text: articles.map(writeSummary).join('\n') }
      const citations = await loadCitationLibrary()
      return { fileName, text: (format === 'ris' ? writeRis : writeBibtex)(articles, citations) }
    },
  }
}

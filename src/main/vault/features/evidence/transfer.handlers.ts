import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import type { ExportFormat, ImportPreview } from '#shared/evidence/import-preview.ts'
import type { FilePurposeName } from '#shared/files/file-purposes.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { change } from '../../database/change.ts'
import type { FileGrants } from '../../files/file-grants.ts'
import type { OutsideFiles } from '../../files/outside-files.ts'
import { classifyRecords } from './classify-records.ts'
import type { EvidenceParts } from './evidence.handlers.ts'
import { loadCitationLibrary } from '../../records/evidence/formats/citation-library.ts'
import type { Reader } from '../../reading/reader.ts'
import { isReadableSize, type ReadFile } from '../../records/evidence/formats/read-records.ts'
import { writeBibtex, writeRis } from '../../records/evidence/formats/write-references.ts'
import { writeSummary } from '../../records/evidence/formats/write-summary.ts'

type Transfer = Pick<Handlers<'vault'>['evidence'], 'previewImport' | 'import' | 'export' | 'saveExport'>

/**
 * Where exports may be written (the files that the user chose), what reads imports, and the
 * log that has an entry for each.
 */
export interface TransferPlaces {
  readonly grants: FileGrants
  readonly outside: OutsideFiles
  readonly reader: Pick<Reader, 'readRecords'>
  readonly auditLog: AuditLog
}

const purposes = {
  markdown: 'evidence-export',
  ris: 'evidence-ris',
  bibtex: 'evidence-bibtex',
} as const satisfies Record<ExportFormat, FilePurposeName>

const fileNames = { markdown: 'evidence.md', ris: 'references.ris', bibtex: 'references.bib' } as const

/** Imports and exports summaries and references. */
export function createTransferHandlers(parts: EvidenceParts, places: TransferPlaces): Transfer {
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

  const writtenAs = async (articles: readonly ArticleDraft[], format: ExportFormat): Promise<string> => {
    if (format === 'markdown') return articles.map(writeSummary).join('\n')
    const citations = await loadCitationLibrary()
    return (format === 'ris' ? writeRis : writeBibtex)(articles, citations)
  }

  const textOf = async (ids: readonly string[], format: ExportFormat): Promise<string> => {
    const text = await writtenAs(ids.map(articleOf), format)
    if (!isReadableSize(text, format)) throw new AppError('export-too-large')
    return text
  }

  return {
    previewImport: async (file) => {
      keeper.bringUpToDate()
      return previewOf(await places.reader.readRecords(file))
    },
    import: async ({ records, ...file }) => {
      keeper.bringUpToDate()
      const read = await places.reader.readRecords(file)
      const keep = (): { imported: string[] } => {
        const preview = previewOf(read)
        const imported = preview.records.flatMap((record) => {
          const isAskedFor = records?.includes(record.index) ?? true
          if (!isAskedFor || (record.outcome !== 'new' && record.outcome !== 'changes-own')) return []
          const revision = record.outcome === 'new' ? 1 : record.revision + 1
          parts.keep({ article: record.article, revision, savedAt: context.now().toISOString() })
          return [record.article.id]
        })
        return { imported }
      }
      return places.auditLog.change(
        () => change(context.db, keep),
        ({ imported }) => (imported.length === 0 ? [] : [{ kind: 'library-changed' }]),
      )
    },
    export: async ({ ids, format }) => {
      const [only] = ids
      const ending = fileNames[format].slice(fileNames[format].indexOf('.'))
      const fileName = only !== undefined && ids.length === 1 ? `${only}${ending}` : fileNames[format]
      return { fileName, text: await textOf(ids, format) }
    },
    saveExport: async ({ token, ids, format }) => {
      const path = places.grants.take(token, purposes[format])
      places.outside.writeFile(path, await textOf(ids, format))
    },
  }
}

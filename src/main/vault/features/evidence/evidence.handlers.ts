import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { articleDraftSchema, type ArticleDraft } from '#shared/evidence/article.ts'
import { completenessOf } from '#shared/evidence/completeness.ts'
import type { EvidenceEntry } from '#shared/evidence/evidence-item.ts'
import { countLibrary } from '#shared/evidence/library-counts.ts'
import { freeArticleId } from '#shared/evidence/article-id.ts'
import { change } from '../../database/change.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import type { VaultContext } from '../../database/vault-context.ts'
import type { ArticleLibrary } from '../../records/evidence/article-library.ts'
import type { EvidenceIndex } from '../../records/evidence/evidence-index.ts'
import type { EvidenceRepository, OwnArticle } from '../../records/evidence/evidence.repository.ts'
import type { FormDraftRepository } from '../../records/form-draft.repository.ts'
import type { IndexKeeper } from '../../records/evidence/keep-index.ts'
import type { createIndexSearch } from '../../records/evidence/search-index.ts'

/** What the library's handlers need. */
export interface EvidenceParts {
  readonly context: VaultContext
  readonly library: ArticleLibrary
  readonly repository: EvidenceRepository
  readonly formDrafts: Pick<FormDraftRepository, 'discard'>
  readonly index: EvidenceIndex
  readonly keeper: IndexKeeper
  readonly search: ReturnType<typeof createIndexSearch>
  /** Stores an own summary and indexes it, within the caller's change. */
  readonly keep: (own: OwnArticle) => void
}

type Reading = Omit<Handlers<'vault'>['evidence'], 'previewImport' | 'import' | 'export' | 'saveExport'>

/** Reads the library, and writes the user's own summaries, marks and notes. */
export function createEvidenceHandlers(parts: EvidenceParts): Reading {
  const { context, library, repository, formDrafts, index, keeper, search, keep } = parts
  const now = () => context.now().toISOString()
  const shipped = (id: string) => library.all().find((article) => article.id === id)

  const get = (id: string): EvidenceEntry => {
    const added = { marks: repository.marks(id), note: repository.note(id) }
    const found = shipped(id)
    if (found)
      return { state: 'complete', origin: 'shipped', article: found, revision: 0, savedAt: null, ...added }
    const own = repository.own(id)
    if (own === null) throw new AppError('not-found')
    const { revision, savedAt } = own
    const completeness = completenessOf(own.article)
    return completeness.isComplete
      ? { state: 'complete', origin: 'own', article: completeness.article, revision, savedAt, ...added }
      : {
          state: 'draft',
          origin: 'own',
          article: own.article,
          problems: completeness.problems,
          revision,
          savedAt,
          ...added,
        }
  }

  const assertThere = (id: string): void => {
    if (!shipped(id) && repository.own(id) === null) throw new AppError('not-found')
  }

  const save = (article: ArticleDraft, expectedRevision: number): void => {
    if (shipped(article.id)) throw new AppError('id-taken', ['id'])
    const before = repository.own(article.id)
    if (before && canonicalJson(before.article) === canonicalJson(article)) return
    if ((before?.revision ?? 0) !== expectedRevision) throw new AppError('conflict')
    keep({ article, revision: expectedRevision + 1, savedAt: now() })
  }

  return {
    list: () => {
      keeper.bringUpToDate()
      return search.list()
    },
    counts: () => {
      keeper.bringUpToDate()
      return countLibrary(search.list())
    },
    get: ({ id }) => get(id),
    search: (query) => {
      keeper.bringUpToDate()
      return search.search(query)
    },
    mark: ({ id, isBookmarked, state }) =>
      change(context.db, () => {
        assertThere(id)
        const before = repository.marks(id)
        const readAt = state === 'unread' ? null : state === 'read' ? (before.readAt ?? now()) : before.readAt
        const marks = { isBookmarked: isBookmarked ?? before.isBookmarked, readAt }
        repository.putMarks(id, marks)
        return marks
      }),
    saveNote: ({ id, text, expectedRevision }) => {
      keeper.bringUpToDate()
      return change(context.db, () => {
        assertThere(id)
        const before = repository.note(id)
        if ((before?.text ?? '') === text) return before
        if ((before?.revision ?? 0) !== expectedRevision) throw new AppError('conflict')
        if (text === '') repository.removeNote(id)
        else repository.putNote(id, { text, revision: expectedRevision + 1, savedAt: now() })
        index.setNote(id, text)
        return repository.note(id)
      })
    },
    saveOwn: ({ id, article, expectedRevision }) =>
      change(context.db, () => {
        const isTaken = (candidate: string) =>
          Boolean(shipped(candidate)) || repository.own(candidate) !== null
        const named = { ...article, id: id ?? freeArticleId(article, isTaken) }
        save(named, expectedRevision)
        return get(named.id)
      }),
    removeOwn: ({ id }) =>
      change(context.db, () => {
        if (shipped(id)) throw new AppError('id-taken', ['id'])
        const own = repository.own(id)
        if (own === null) throw new AppError('not-found')
        const removed = {
          article: own.article,
          marks: repository.marks(id),
          note: repository.note(id)?.text ?? null,
        }
        repository.removeOwn(id)
        formDrafts.discard({ form: 'own-summary', subject: id })
        formDrafts.discard({ form: 'study-note', subject: id })
        index.remove(id)
        return removed
      }),
    restoreOwn: ({ article, marks, note }) =>
      change(context.db, () => {
        save(articleDraftSchema.parse(article), 0)
        repository.putMarks(article.id, marks)
        if (note !== null) {
          repository.putNote(article.id, { text: note, revision: 1, savedAt: now() })
          index.setNote(article.id, note)
        }
        return get(article.id)
      }),
  }
}

import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { Article } from '#shared/evidence/article.ts'
import { changeUncounted } from '../../database/change.ts'
import { indexingVersion, type EvidenceIndex } from './evidence-index.ts'
import type { EvidenceRepository } from './evidence.repository.ts'
import type { ArticleLibrary } from './article-library.ts'

interface KeepIndexParts {
  readonly db: Database.Database
  readonly library: ArticleLibrary
  readonly repository: EvidenceRepository
  readonly index: EvidenceIndex
}

/** Own summaries are indexed in the transaction that saves them, so only the way of indexing can be outdated. */
export const ownFingerprint = `own-${indexingVersion}`

const stepSize = 4

/**
 * Keeps the index up to date with the studies that ship, which change with Attune and not with the vault.
 *
 * `bringUpToDate` does all the work in one go; `step` does a piece of a few milliseconds, for idle time.
 */
export function createIndexKeeper({ db, library, repository, index }: KeepIndexParts) {
  let isCurrent = false

  const putShipped = (article: Article, fingerprint: string): void => {
    makeRoom(article.id)
    const note = repository.note(article.id)?.text ?? null
    index.put({ article, origin: 'shipped', note, fingerprint })
  }

  /** Moves an own summary to another id if a newer Attune ships a study with its id. Keeps its text, marks and note. */
  const makeRoom = (id: string): void => {
    const own = repository.own(id)
    if (own === null) return
    const moved = { ...own.article, id: freeId(id) }
    const [marks, note] = [repository.marks(id), repository.note(id)]
    repository.removeOwn(id)
    index.remove(id)
    repository.putOwn({ ...own, article: moved })
    repository.putMarks(moved.id, marks)
    if (note !== null) repository.putNote(moved.id, note)
    index.put({ article: moved, origin: 'own', note: note?.text ?? null, fingerprint: ownFingerprint })
  }

  const freeId = (id: string): string => {
    const shipped = new Set(library.all().map((article) => article.id))
    let number = 2
    while (shipped.has(`${id}-${number}`) || repository.own(`${id}-${number}`) !== null) number += 1
    return `${id}-${number}`
  }

  const putOwn = (id: string): void => {
    const own = repository.own(id)
    if (own === null) return index.remove(id)
    const note = repository.note(id)?.text ?? null
    index.put({ article: own.article, origin: 'own', note, fingerprint: ownFingerprint })
  }

  function tasks(): (() => void)[] {
    const indexed = index.shippedFingerprints()
    const shipped = library.all().map((article) => ({ article, fingerprint: fingerprintOf(article) }))
    const ids = new Set(shipped.map(({ article }) => article.id))
    return [
      ...[...indexed.keys()].filter((id) => !ids.has(id)).map((id) => () => index.remove(id)),
      ...shipped
        .filter(({ article, fingerprint }) => indexed.get(article.id) !== fingerprint)
        .map(
          ({ article, fingerprint }) =>
            () =>
              putShipped(article, fingerprint),
        ),
      ...index.ownWithOther(ownFingerprint).map((id) => () => putOwn(id)),
    ]
  }

  // The index can be rebuilt from existing data, so updating it does not count as a change of the vault.
  const run = (some: readonly (() => void)[]): void => {
    changeUncounted(db, () => some.forEach((task) => task()))
  }

  return {
    bringUpToDate: (): void => {
      // A read-only vault is searched with its existing index.
      if (isCurrent || db.readonly) return
      run(tasks())
      isCurrent = true
    },
    /** Does one piece of work. Returns whether more is left. */
    step: (): boolean => {
      if (isCurrent || db.readonly) return false
      const left = tasks()
      run(left.slice(0, stepSize))
      isCurrent = left.length <= stepSize
      return !isCurrent
    },
  }
}

function fingerprintOf(article: Article): string {
  const text = JSON.stringify(article)
  return createHash('sha256').update(`${indexingVersion}\n${text}`).digest('base64url')
}

export type IndexKeeper = ReturnType<typeof createIndexKeeper>

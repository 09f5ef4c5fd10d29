import { AppError } from '#shared/contract/result.ts'
import type { VaultContext } from '../../database/vault-context.ts'
import type { ArticleLibrary } from '../../records/evidence/article-library.ts'
import { createEvidenceHandlers } from './evidence.handlers.ts'
import { createEvidenceIndex } from '../../records/evidence/evidence-index.ts'
import { createEvidenceRepository, type OwnArticle } from '../../records/evidence/evidence.repository.ts'
import type { EvidenceParts } from './evidence.handlers.ts'
import { createIndexKeeper, ownFingerprint } from '../../records/evidence/keep-index.ts'
import { createIndexSearch } from '../../records/evidence/search-index.ts'
import { createTransferHandlers, type TransferPlaces } from './transfer.handlers.ts'

/** The library of an open vault: its handlers, and its indexing in idle time. */
export function createEvidence(
  context: VaultContext,
  library: ArticleLibrary,
  { formDrafts, ...places }: TransferPlaces & Pick<EvidenceParts, 'formDrafts'>,
) {
  const { db } = context
  const repository = createEvidenceRepository(db)
  const index = createEvidenceIndex(db)
  const keeper = createIndexKeeper({ db, library, repository, index })
  const search = createIndexSearch(db, (id) => repository.note(id)?.text ?? null)

  const warm = (): void => {
    // The vault may be closed between two pieces. The next search does the rest and reports any failure.
    const later = (): void => {
      try {
        if (db.open && keeper.step()) setImmediate(later)
      } catch (cause) {
        // A full disk must not end the process that has the vault open.
        if (!(cause instanceof AppError)) throw cause
      }
    }
    later()
  }

  const keep = (own: OwnArticle): void => {
    const { article } = own
    repository.putOwn(own)
    const note = repository.note(article.id)?.text ?? null
    index.put({ article, origin: 'own', note, fingerprint: ownFingerprint })
  }

  const parts = { context, library, repository, formDrafts, index, keeper, search, keep }
  return {
    handlers: { ...createEvidenceHandlers(parts), ...createTransferHandlers(parts, places) },
    warm,
  }
}

import { replyLimits, type AttachedStudy, type CommentPlace } from '#shared/bundles/reply.ts'
import { toBundleText } from '#shared/bundles/bundle-text.ts'
import { AppError } from '#shared/contract/result.ts'
import type { CommentEntry } from '#shared/replies/comment.ts'
import type { ReceivedClient } from '#shared/review/received-client.ts'
import { createEvidenceRepository } from '../../records/evidence/evidence.repository.ts'
import type { Records } from '../../records/records.ts'

/**
 * Writes or corrects a supervisor's comment. Call it in a transaction. Throws `not-found` for a client, session, fall or
 * study that is not there, `conflict` if another client has a comment with this id, and `too-many-comments` if a reply
 * could not hold one more.
 */
export function writeComment(records: Records, entry: CommentEntry): void {
  const { context, receivedClients, writtenComments } = records
  const { id, clientId, about, keepsStudy, text } = entry
  const client = receivedClients.get(clientId)
  if (client === null) throw new AppError('not-found', ['clientId'])
  if (!isThere(about, client)) throw new AppError('not-found', ['about'])
  const before = writtenComments.get(id)
  if (before !== null && before.clientId !== clientId) throw new AppError('conflict', ['id'])
  if (before === null && writtenComments.countOf(client.contactId) >= replyLimits.comments)
    throw new AppError('too-many-comments')
  writtenComments.put({
    id,
    clientId,
    about,
    text: toBundleText(text),
    study: keepsStudy ? (before?.study ?? null) : entry.study && studyOf(records, entry.study),
    writtenAt: before?.writtenAt ?? context.now().toISOString(),
  })
}

function isThere(about: CommentPlace, { content }: ReceivedClient): boolean {
  return about.kind === 'session'
    ? content.sessions.some(({ number }) => number === about.session)
    : content.episodes.some(({ series, peak }) => series === about.series && peak === about.peak)
}

/** The words of a study and of one of its findings, short enough for a reply. */
function studyOf(
  { articles, context }: Records,
  { articleId, findingId }: NonNullable<CommentEntry['study']>,
): AttachedStudy {
  const own = createEvidenceRepository(context.db).own(articleId)?.article
  const study = own ?? articles.all().find(({ id }) => id === articleId)
  const finding = study?.effects.find(({ id }) => id === findingId)
  if (study === undefined || finding === undefined) throw new AppError('not-found', ['study'])
  return {
    title: shortened(study.title, replyLimits.title),
    // The full citation would say the title and the DOI a second time.
    reference: shortened(
      [study.shortCitation ?? study.authors.join(', '), study.journal]
        .filter((part) => part !== undefined && part !== '')
        .join(', ') || study.title,
      replyLimits.reference,
    ),
    // A DOI is of use only as a whole.
    doi: study.doi !== undefined && study.doi.length <= replyLimits.doi ? study.doi : null,
    finding: shortened(finding.claim, replyLimits.finding),
  }
}

function shortened(text: string, longest: number): string {
  const fit = toBundleText(text)
  return fit.length <= longest ? fit : `${fit.slice(0, longest - 1).toWellFormed()}…`
}

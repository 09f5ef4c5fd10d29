import { canonicalJson } from '#shared/json/canonical-json.ts'
import type { RepliedComment, Reply } from '#shared/bundles/reply.ts'
import type { ClientId } from '#shared/records/ids.ts'
import type { ReceivedComment, ReplyPreview } from '#shared/replies/comment.ts'
import type { BundleStanding } from '../../records/contacts/received-bundle.repository.ts'
import type { Records } from '../../records/records.ts'

/** What an import of a reply would do. */
interface ComparedReply {
  readonly clients: readonly {
    readonly clientId: ClientId
    readonly added: readonly RepliedComment[]
    readonly changed: readonly RepliedComment[]
    readonly withdrawn: readonly ReceivedComment[]
    readonly unchanged: number
  }[]
  readonly skipped: Extract<ReplyPreview, { kind: 'opened' }>['skipped']
}

/**
 * Finds out what the import of a reply would do, and how the reply compares with those that have come. The newest one
 * counts as new once more if its comments are not there, as after a restore of a backup from before it. Changes nothing.
 */
export function weighReply(
  records: Pick<Records, 'context' | 'supervisorComments'>,
  contactId: string,
  reply: Reply,
): { readonly compared: ComparedReply; readonly standing: BundleStanding } {
  const { context, supervisorComments } = records
  const compared = compareReply(records, contactId, reply)
  const standing = supervisorComments.standingOf(contactId, reply, context.now())
  const differs = compared.clients.some(
    ({ added, changed, withdrawn }) => added.length + changed.length + withdrawn.length > 0,
  )
  const isMissing =
    standing.order === 'repeated' && differs && supervisorComments.isNewest(contactId, reply.replyId)
  return { compared, standing: isMissing ? { ...standing, order: 'new' } : standing }
}

/** Finds out whom a reply speaks of, and compares it with the comments that are there. */
function compareReply(
  { supervisorComments }: Pick<Records, 'supervisorComments'>,
  contactId: string,
  reply: Reply,
): ComparedReply {
  const clients: ComparedReply['clients'][number][] = []
  const skipped: ComparedReply['skipped'] = []
  const isOfAnother = (id: string, clientId: ClientId): boolean => {
    const holder = supervisorComments.holderOf(contactId, id)
    return holder !== null && holder !== clientId
  }
  for (const part of reply.clients) {
    const found = supervisorComments.clientOf(contactId, part)
    if ('reason' in found) {
      skipped.push({ pseudonym: part.pseudonym, reason: found.reason })
      continue
    }
    const { clientId } = found
    const here = supervisorComments.ofClient(clientId).filter((comment) => comment.contactId === contactId)
    if (part.comments.some(({ id }) => isOfAnother(id, clientId))) {
      skipped.push({ pseudonym: part.pseudonym, reason: 'other-client' })
      continue
    }
    const known = new Map(here.map((comment) => [comment.id, wordingOf(comment)]))
    const named = new Set(part.comments.map(({ id }) => id))
    const added = part.comments.filter(({ id }) => !known.has(id))
    const others = part.comments.filter(({ id }) => known.has(id))
    const changed = others.filter((comment) => known.get(comment.id) !== wordingOf(comment))
    clients.push({
      clientId,
      added,
      changed,
      withdrawn: here.filter(({ id }) => !named.has(id)),
      unchanged: others.length - changed.length,
    })
  }
  return { clients, skipped }
}

function wordingOf({ about, text, study }: RepliedComment): string {
  return canonicalJson({ about, text, study })
}

import { randomUUID } from 'node:crypto'
import { bundleLimits } from '#shared/bundles/bundle-limits.ts'
import type { Reply } from '#shared/bundles/reply.ts'
import type { ReplyPreview } from '#shared/replies/comment.ts'
import { openSealed } from '../../bundles/open-sealed.ts'
import { readSmallFile } from '../../files/read-small-file.ts'
import type { Reader } from '../../reading/reader.ts'
import type { Records } from '../../records/records.ts'
import { weighReply } from './compare-reply.ts'

/** A reply that was opened and waits for the user to import it. */
export interface WaitingReply {
  readonly importId: string
  readonly contactId: string
  readonly reply: Reply
}

interface PreviewedReply {
  readonly preview: ReplyPreview
  readonly waiting: WaitingReply | null
}

const refused = (reason: Extract<ReplyPreview, { kind: 'refused' }>['reason']): PreviewedReply => ({
  preview: { kind: 'refused', reason },
  waiting: null,
})

/**
 * Opens the file of a reply and says what its import would do. `waiting` is null if the import would do nothing, or if the
 * file is refused. Changes nothing. Throws if the file is missing or may not be read.
 */
export async function previewReply(
  records: Records,
  reader: Pick<Reader, 'readReply'>,
  path: string,
): Promise<PreviewedReply> {
  const { clients, contacts, ownKeys } = records
  const own = ownKeys.get()
  // Who has no keys has given nobody a card, so no reply can be for them.
  if (own === null) return refused('not-for-you')
  const file = readSmallFile(path, bundleLimits.fileBytes)
  if (file === null) return refused('file-too-large')
  const opened = await openSealed(file, {
    own,
    findSender: contacts.findBySigning,
    signed: 'attune-reply/1',
    read: async (text) => {
      const read = await reader.readReply(text)
      return read.kind === 'read' ? { kind: 'read', document: read.reply } : read
    },
  })
  if (opened.kind === 'refused') return refused(opened.reason)
  const contact = contacts.get(opened.senderId)
  // The contact may have been changed while the reader was at work.
  if (contact?.state !== 'compared') return refused('sender-not-compared')
  const { document: reply } = opened
  const { compared, standing } = weighReply(records, contact.id, reply)
  const isOfUse = standing.order === 'new' && compared.clients.length > 0
  const importId = isOfUse ? randomUUID() : null
  return {
    preview: {
      kind: 'opened',
      importId,
      contact: { id: contact.id, name: contact.name },
      number: reply.number,
      madeAt: reply.madeAt,
      ...standing,
      clients: compared.clients.map(({ clientId, added, changed, withdrawn, unchanged }) => ({
        clientId,
        code: clients.get(clientId)?.code ?? '',
        added: added.length,
        changed: changed.length,
        withdrawn: withdrawn.length,
        unchanged,
      })),
      skipped: compared.skipped,
    },
    waiting: importId && { importId, contactId: contact.id, reply },
  }
}

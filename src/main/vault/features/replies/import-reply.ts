import type { OutputAt } from '#shared/contract/contract.ts'
import { areSameKeys } from '#shared/bundles/person-keys.ts'
import { AppError } from '#shared/contract/result.ts'
import type { Records } from '../../records/records.ts'
import { weighReply } from './compare-reply.ts'
import type { WaitingReply } from './preview-reply.ts'

/**
 * Imports a reply: new and corrected comments, those that were withdrawn, and that the reply has come. Call it in a
 * transaction. Throws `conflict` if the sender's words are no longer compared, or a newer reply has come since.
 */
export function importReply(
  records: Records,
  { contactId, reply }: Omit<WaitingReply, 'importId'>,
): OutputAt<'replies.import'> {
  const { contacts, context, supervisorComments } = records
  const now = context.now()
  const contact = contacts.get(contactId)
  if (contact?.state !== 'compared' || !areSameKeys(contact.keys, reply.sender))
    throw new AppError('conflict', ['sender'])
  const { compared, standing } = weighReply(records, contactId, reply)
  if (standing.order !== 'new') throw new AppError('conflict', ['number'])
  const { clients } = compared
  let [comments, gone] = [0, 0]
  for (const { clientId, added, changed, withdrawn } of clients) {
    for (const comment of withdrawn) supervisorComments.remove(comment)
    for (const comment of [...added, ...changed])
      supervisorComments.put({
        ...comment,
        contactId,
        contactName: contact.name,
        clientId,
        cameAt: now.toISOString(),
        readAt: null,
      })
    comments += added.length + changed.length
    gone += withdrawn.length
  }
  supervisorComments.putReply(contactId, reply, now)
  return { clients: clients.map(({ clientId }) => clientId), comments, withdrawn: gone }
}

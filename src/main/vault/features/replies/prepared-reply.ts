import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { replyVersion, writeReply, type Reply } from '#shared/bundles/reply.ts'
import { AppError } from '#shared/contract/result.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { sealReply } from '../../bundles/seal-bundle.ts'
import { change } from '../../database/change.ts'
import type { OutsideFiles } from '../../files/outside-files.ts'
import type { OwnKeys } from '../../records/contacts/own-keys.repository.ts'
import type { Records } from '../../records/records.ts'

/** A reply as it was shown, waiting to be saved. */
interface PreparedReply {
  readonly contactId: string
  readonly own: OwnKeys
  readonly reply: Reply
  readonly text: string
}

interface SendParts extends Records {
  readonly auditLog: AuditLog
  readonly outside: Pick<OutsideFiles, 'writeFile'>
}

/** The reply that was shown last. It stays in memory until it is saved. */
export function createPreparedReply({ auditLog, outside, ...records }: SendParts) {
  const { contacts, context, ownKeys, writtenComments } = records
  let waiting: PreparedReply | null = null

  /** Throws `not-found` if nothing may be sent to the contact, and `nothing-to-share` without any comment. */
  const draw = (contactId: string, head: Pick<Reply, 'replyId' | 'number' | 'madeAt'>): PreparedReply => {
    const [own, contact] = [ownKeys.get(), contacts.get(contactId)]
    if (own === null || contact?.state !== 'compared') throw new AppError('not-found', ['contactId'])
    const clients = writtenComments.leaving(contactId)
    if (clients.length === 0) throw new AppError('nothing-to-share')
    const reply: Reply = {
      format: 'attune-reply',
      version: replyVersion,
      ...head,
      sender: own.public,
      recipient: contact.keys,
      clients,
    }
    return { contactId, own, reply, text: writeReply(reply) }
  }

  return {
    forget: (): void => {
      waiting = null
    },
    prepare: (contactId: string): { reply: Reply; text: string } => {
      const now = context.now()
      if (contacts.get(contactId) === null) throw new AppError('not-found', ['contactId'])
      waiting = draw(contactId, {
        replyId: randomUUID(),
        number: contacts.nextNumber(contactId, now),
        madeAt: now.toISOString(),
      })
      return { reply: waiting.reply, text: waiting.text }
    },
    /**
     * Seals the reply that was shown and writes it to a path. The vault has logged it before the file is written. Throws
     * `share-changed` if the comments would no longer give the same reply, or if it was saved already.
     */
    send: async (replyId: string, path: string): Promise<{ name: string }> => {
      const shown = waiting
      if (shown?.reply.replyId !== replyId) throw new AppError('share-changed')
      const { contactId, own, reply, text } = shown
      const sealed = await sealReply(reply, own)
      if (waiting !== shown) throw new AppError('share-changed')
      change(context.db, () => {
        const isSame = draw(contactId, reply).text === text
        if (!isSame || !contacts.useNumber(contactId, reply.number)) throw new AppError('share-changed')
        const named = reply.clients.map(({ pseudonym }) => pseudonym)
        writtenComments.noteReplied(contactId, named)
        const count = reply.clients.reduce((sum, { comments }) => sum + comments.length, 0)
        auditLog.addTo([{ kind: 'reply-made', contactId, count }])
      })
      try {
        outside.writeFile(path, sealed)
      } catch (cause) {
        auditLog.note({ kind: 'reply-not-written', contactId })
        throw cause
      }
      waiting = null
      return { name: basename(path) }
    },
  }
}

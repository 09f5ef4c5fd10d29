import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { change } from '../../database/change.ts'
import type { FileGrants } from '../../files/file-grants.ts'
import type { OutsideFiles } from '../../files/outside-files.ts'
import type { Reader } from '../../reading/reader.ts'
import type { Records } from '../../records/records.ts'
import { importReply } from './import-reply.ts'
import { createPreparedReply } from './prepared-reply.ts'
import { previewReply, type WaitingReply } from './preview-reply.ts'
import { writeComment } from './write-comment.ts'

interface RepliesParts extends Records {
  readonly auditLog: AuditLog
  readonly grants: FileGrants
  readonly outside: OutsideFiles
  readonly reader: Pick<Reader, 'readReply'>
}

/**
 * Handlers for a supervisor's comments, and for the replies that bring them to the therapist. `forget` drops the replies
 * that wait to be saved or imported.
 */
export function createRepliesHandlers({ auditLog, grants, outside, reader, ...records }: RepliesParts): {
  readonly handlers: Handlers<'vault'>['replies']
  readonly forget: () => void
} {
  const { clients, context, receivedClients, reviewLines, supervisorComments, writtenComments } = records
  const { db } = context
  const prepared = createPreparedReply({ ...records, auditLog, outside })
  let waiting: WaitingReply | null = null

  const cancel = (): void => {
    waiting = null
  }

  const knownLine = (id: string) => {
    const line = reviewLines.get(id)
    if (line === null) throw new AppError('not-found', ['id'])
    return line
  }

  return {
    forget: () => {
      prepared.forget()
      cancel()
    },
    handlers: {
      ofReceived: ({ id }) => {
        if (receivedClients.get(id) === null) throw new AppError('not-found', ['id'])
        return { comments: writtenComments.ofClient(id), lines: reviewLines.ofClient(id) }
      },
      write: (entry) => change(db, () => writeComment(records, entry)),
      remove: ({ id }) => change(db, () => writtenComments.remove(id)),
      addLine: (entry) =>
        change(db, () => {
          const existing = reviewLines.get(entry.id)
          if (existing !== null) {
            const isSame = existing.clientId === entry.clientId && existing.line === entry.line
            if (!isSame) throw new AppError('conflict', ['id'])
            return
          }
          if (receivedClients.get(entry.clientId) === null) throw new AppError('not-found', ['clientId'])
          reviewLines.insert({ ...entry, isDone: false, createdAt: context.now().toISOString() })
        }),
      setLineDone: ({ id, isDone }) => change(db, () => reviewLines.setDone(knownLine(id).id, isDone)),
      removeLine: ({ id }) => change(db, () => reviewLines.remove(id)),
      lines: () => reviewLines.waiting(),
      prepare: ({ contactId }) => prepared.prepare(contactId),
      send: ({ replyId, token }) => prepared.send(replyId, grants.take(token, 'reply')),
      preview: async ({ token }) => {
        cancel()
        const found = await previewReply(records, reader, grants.take(token, 'received-reply'))
        waiting = found.waiting
        return found.preview
      },
      import: ({ importId }) => {
        if (waiting?.importId !== importId) throw new AppError('conflict', ['importId'])
        const reply = waiting
        const imported = change(db, () => importReply(records, reply))
        cancel()
        return imported
      },
      cancel,
      ofClient: ({ clientId }) => {
        if (!clients.get(clientId)) throw new AppError('not-found', ['clientId'])
        return supervisorComments.ofClient(clientId)
      },
      toDiscuss: () => supervisorComments.toDiscuss(),
      markRead: ({ comments }) => change(db, () => supervisorComments.markRead(comments, context.now())),
    },
  }
}

import { basename } from 'node:path'
import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import type { RetentionReview } from '#shared/rights/retention.ts'
import { codeKey, type Client } from '#shared/records/client.ts'
import { sealArchive } from '../../archive/seal-archive.ts'
import { change, sequenceOf } from '../../database/change.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { FileGrants } from '../../files/file-grants.ts'
import type { OutsideFiles } from '../../files/outside-files.ts'
import type { AssertFilePassphrase } from '../../keys/file-passphrase.ts'
import { todayIn } from '../../database/vault-context.ts'
import { writeClientExport } from './client-export.ts'
import { clientScoreTable } from './client-score-table.ts'
import { countClientRows } from './client-tables.ts'
import type { CopyErasure, VaultCopies } from './copy-erasure.ts'
import { eraseClient } from './erase-client.ts'
import { readRetentionRule, reviewRetention, writeRetentionRule } from './retention.ts'
import type { Records } from '../../records/records.ts'

interface RightsParts extends Records {
  readonly auditLog: AuditLog
  readonly copies: VaultCopies
  readonly copyErasure: CopyErasure
  readonly grants: FileGrants
  readonly outside: OutsideFiles
  readonly assertFilePassphrase: AssertFilePassphrase
}

export function createRightsHandlers(parts: RightsParts): Handlers<'vault'>['rights'] {
  const {
    clients,
    context,
    retention,
    vaultSettings,
    erasedClients,
    removedSessions,
    copies,
    copyErasure,
    grants,
  } = parts
  const { db } = context

  const get = (id: string): Client => {
    const client = clients.get(id)
    if (!client) throw new AppError('not-found')
    return client
  }
  const everythingOf = (clientId: string): string =>
    writeClientExport(db, clientId, { now: context.now(), zone: context.zone() })
  const review = (): RetentionReview =>
    reviewRetention(readRetentionRule(vaultSettings), retention, todayIn(context))
  const save = (path: string, content: string | Uint8Array) => {
    parts.outside.writeFile(path, content)
    return { name: basename(path), bytes: Buffer.byteLength(content) }
  }

  return {
    exportClient: async (given) => {
      const { clientId, token } = given
      get(clientId)
      parts.auditLog.flush()
      if (given.format === 'json') return save(grants.take(token, 'client-export'), everythingOf(clientId))
      if (given.format === 'table') {
        const path = grants.take(token, 'client-table')
        return save(path, clientScoreTable(parts.sessions.listOfClient(clientId), parts.instruments))
      }
      await parts.assertFilePassphrase(given.passphrase)
      const path = grants.take(token, 'client-archive')
      return save(path, await sealArchive(everythingOf(clientId), given.passphrase))
    },
    retention: review,
    setRetention: (rule) =>
      change(db, () => {
        writeRetentionRule(vaultSettings, rule)
        return review()
      }),
    keep: ({ clientId, until, reason }) =>
      change(db, () => {
        get(clientId)
        if (until <= todayIn(context)) throw new AppError('invalid-input', ['until'])
        retention.keep({ clientId, until, reason, decidedAt: context.now().toISOString() })
        return review()
      }),
    erasurePreview: async ({ clientId }) => {
      get(clientId)
      const rows = countClientRows(db, clientId)
      return {
        sessions: rows['sessions'] ?? 0,
        earlierVersions: rows['session_versions'] ?? 0,
        drafts: (rows['drafts'] ?? 0) + (rows['hand_over_drafts'] ?? 0) + (rows['form_drafts'] ?? 0),
        riskAnswers: rows['risk_answers'] ?? 0,
        ...(await copies.look()),
        leavesBackupsOn: await copies.leavesBackupsOn(sequenceOf(db) + 1),
      }
    },
    erase: async ({ clientId, typedCode }) => {
      const { code } = get(clientId)
      if (codeKey(typedCode) !== codeKey(code)) throw new AppError('code-not-confirmed', ['typedCode'])
      const copyFolders = copies.folders()
      const erased = eraseClient({ ...parts, db, now: context.now, copyFolders }, clientId)
      removedSessions.forgetErased()
      const erasedAt = sequenceOf(db)
      const reached = await copyErasure.erase()
      return { ...erased, ...reached, leavesBackupsOn: await copies.leavesBackupsOn(erasedAt) }
    },
    copies: () => copies.look(),
    returned: () => copyErasure.returned(),
    keepReturned: ({ clientId }) => {
      get(clientId)
      change(db, () => erasedClients.decide(clientId, true, context.now()))
      // The folders for backups follow after this change.
      void copyErasure.remember()
      return undefined
    },
  }
}

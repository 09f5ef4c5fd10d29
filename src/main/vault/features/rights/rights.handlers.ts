import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/outcome.ts'
import { codeKey, type Client } from '#shared/sessions/client.ts'
import { sequenceOf } from '../../database/change.ts'
import type { ClientRepository } from '../clients/client.repository.ts'
import type { VaultContext } from '../vault-context.ts'
import { countClientRows } from './client-tables.ts'
import { eraseClient, type EraseParts } from './erase-client.ts'

/** The day by which no backup holds any longer what is gone from this count of changes on; null where none does. */
export type BackupExpiry = (sequence: number) => Promise<string | null>

interface RightsParts extends Omit<EraseParts, 'db'> {
  readonly context: VaultContext
  readonly clients: ClientRepository
  readonly backupExpiry: BackupExpiry
}

export function createRightsHandlers(parts: RightsParts): Handlers<'vault'>['rights'] {
  const { clients, backupExpiry } = parts
  const { db } = parts.context
  const get = (id: string): Client => {
    const client = clients.get(id)
    if (!client) throw new AppError('not-found')
    return client
  }
  return {
    erasurePreview: async ({ clientId }) => {
      get(clientId)
      const rows = countClientRows(db, clientId)
      return {
        sessions: rows['sessions'] ?? 0,
        earlierVersions: rows['session_versions'] ?? 0,
        drafts: (rows['drafts'] ?? 0) + (rows['hand_over_drafts'] ?? 0),
        riskAnswers: rows['risk_answers'] ?? 0,
        leavesBackupsOn: await backupExpiry(sequenceOf(db) + 1),
      }
    },
    erase: async ({ clientId, typedCode }) => {
      const { code } = get(clientId)
      if (codeKey(typedCode) !== codeKey(code)) throw new AppError('code-not-confirmed', ['typedCode'])
      const erased = eraseClient({ ...parts, db }, clientId)
      return { ...erased, leavesBackupsOn: await backupExpiry(sequenceOf(db)) }
    },
  }
}

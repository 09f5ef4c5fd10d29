import { basename } from 'node:path'
import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import type { FileGrants } from '../../files/file-grants.ts'
import type { OutsideFiles } from '../../files/outside-files.ts'
import type { Records } from '../../records/records.ts'
import { readRecordOfClient } from './read-record-of-client.ts'

interface ReportParts extends Records {
  readonly grants: FileGrants
  readonly outside: OutsideFiles
}

/** Handles the page's requests for reports: what they are made of, and saving the printed page. */
export function createReportHandlers(parts: ReportParts): Handlers<'vault'>['reports'] {
  const { clients, context, grants, outside } = parts
  return {
    read: ({ clientId }) => context.db.transaction(() => readRecordOfClient(parts, clientId))(),
    save: ({ clientId, token }) => {
      const { path, printed } = grants.takePrinted(token, 'report')
      try {
        if (!clients.get(clientId)) throw new AppError('not-found')
        outside.writeFile(path, printed)
        return { name: basename(path), bytes: printed.length }
      } finally {
        printed.fill(0)
      }
    },
  }
}

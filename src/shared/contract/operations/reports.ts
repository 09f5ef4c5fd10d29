import { z } from 'zod'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import { clientIdSchema } from '../../records/ids.ts'
import { clientRecordSchema } from '../../reports/client-record.ts'
import { reportKinds } from '../../reports/report-kinds.ts'
import { provenMutation, vaultQuery } from '../operation.ts'

/** Reports about one client, which leave the vault as PDF. */
export const reports = {
  /** What the reports are made of, read at one moment. */
  read: vaultQuery({ input: z.strictObject({ clientId: clientIdSchema }), output: clientRecordSchema }),
  /**
   * Writes the printed page that came with the token to the chosen file. Fails with `file-not-granted` if none came with
   * it.
   */
  save: provenMutation({
    needsWriting: false,
    input: z.strictObject({ clientId: clientIdSchema, kind: z.enum(reportKinds), token: fileTokenSchema }),
    output: z.strictObject({ name: z.string(), bytes: z.int().min(1) }),
  }),
}

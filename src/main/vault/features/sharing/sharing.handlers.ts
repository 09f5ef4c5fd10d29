import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { change } from '../../database/change.ts'
import type { FileGrants } from '../../files/file-grants.ts'
import type { OutsideFiles } from '../../files/outside-files.ts'
import type { OwnKeys } from '../../records/contacts/own-keys.repository.ts'
import type { Records } from '../../records/records.ts'
import { putUnknownSince } from '../../records/sharing/unknown-sharing.ts'
import { giveConsent, withdrawConsent } from './consents.ts'
import { createPreparedBundles } from './prepared-bundles.ts'
import { readChoices, readDetail } from './read-choices.ts'
import { sendBundle } from './send-bundle.ts'

interface SharingParts extends Records {
  readonly auditLog: AuditLog
  readonly grants: FileGrants
  readonly outside: OutsideFiles
  /** Makes the keys of the vault's user when they are first needed. */
  readonly keysOfUser: () => Promise<OwnKeys>
}

/** Handlers for consent to supervision, and for bundles that leave. */
export function createSharingHandlers(parts: SharingParts): Handlers<'vault'>['sharing'] {
  const { auditLog, clients, consents, context, grants, sentBundles, keysOfUser } = parts
  const prepared = createPreparedBundles(parts)
  return {
    consents: ({ clientId }) => {
      if (!clients.get(clientId)) throw new AppError('not-found', ['clientId'])
      return { consents: consents.ofClient(clientId), holdings: sentBundles.holdingsOf(clientId) }
    },
    giveConsent: (entry) => change(context.db, () => giveConsent(parts, entry)),
    withdrawConsent: (given) => change(context.db, () => withdrawConsent(parts, given)),
    choices: () => readChoices(parts),
    noteLookedThrough: () => change(context.db, () => putUnknownSince(parts.vaultSettings, 'sharing', null)),
    ofClient: ({ clientId }) => readDetail(parts, clientId),
    prepare: async (choice) => {
      const own = await keysOfUser()
      const shown = context.db.transaction(() => prepared.prepare(choice, own))()
      for (const { clientId } of shown.clients) auditLog.noteView({ kind: 'client-viewed', clientId })
      return shown
    },
    send: ({ token, ...given }) =>
      sendBundle({ ...parts, prepared }, { ...given, path: grants.take(token, 'bundle') }),
    sent: () => sentBundles.newest(),
  }
}

import { basename } from 'node:path'
import type { AuditEvent } from '#shared/audit/audit-entry.ts'
import { AppError } from '#shared/contract/result.ts'
import type { ShareChoice } from '#shared/sharing/share-choice.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { sealBundle } from '../../bundles/seal-bundle.ts'
import { change } from '../../database/change.ts'
import type { OutsideFiles } from '../../files/outside-files.ts'
import type { Records } from '../../records/records.ts'
import type { createPreparedBundles } from './prepared-bundles.ts'

interface SendParts extends Records {
  readonly auditLog: AuditLog
  readonly outside: Pick<OutsideFiles, 'writeFile'>
  readonly prepared: ReturnType<typeof createPreparedBundles>
}

/**
 * Seals a prepared bundle and writes it to a path. The vault knows the pseudonyms, has logged the bundle and lists it as
 * sent before the file is written, so that whatever happens then, everything that left is known and can be withdrawn. If
 * the file can't be written, it is listed no longer, and a second entry says so.
 */
export async function sendBundle(
  { auditLog, contacts, context, outside, prepared, pseudonyms, sentBundles, sessions }: SendParts,
  { bundleId, confirmed, path }: { bundleId: string; confirmed: readonly string[]; path: string },
): Promise<{ name: string }> {
  const { db } = context
  const shown = prepared.get(bundleId)
  const isConfirmed = new Set(confirmed)
  if (!shown.lines.every((key) => isConfirmed.has(key))) throw new AppError('line-not-confirmed')
  const { choice, head, own } = shown
  const sealed = await sealBundle(prepared.again(shown), own)
  // While it was sealed, the record may have changed, or the same bundle been saved.
  if (prepared.get(bundleId) !== shown) throw new AppError('share-changed')
  const clientIds = choice.clients.map(({ clientId }) => clientId)
  change(db, () => {
    const again = prepared.again(shown)
    if (!contacts.useNumber(choice.contactId, head.number)) throw new AppError('share-changed')
    const shares = choice.clients.map((share) => ({
      choice: share,
      pseudonym: prepared.pseudonymOf(choice.contactId, share.clientId),
    }))
    for (const { choice: share, pseudonym } of shares) {
      pseudonyms.keep(choice.contactId, share.clientId, pseudonym)
      const part = again.clients.find((client) => client.pseudonym === pseudonym)
      sessions.shareNumbers(share.clientId, part?.sessions.map(({ number }) => number) ?? [])
    }
    auditLog.addTo(eventsOf('bundle-made', choice))
    sentBundles.insert(
      {
        id: bundleId,
        contactId: choice.contactId,
        contactName: contacts.get(choice.contactId)?.name ?? '',
        sentAt: context.now().toISOString(),
        isWithWellbeing: choice.withWellbeing,
        clientCount: clientIds.length,
        removals: again.withdrawn.length,
      },
      shares,
      again.withdrawn,
    )
  })
  try {
    outside.writeFile(path, sealed)
  } catch (cause) {
    change(db, () => {
      sentBundles.remove(bundleId)
      auditLog.addTo(eventsOf('bundle-not-written', choice))
    })
    throw cause
  }
  prepared.forget(shown)
  return { name: basename(path) }
}

/** An entry for each client, or one for a bundle without any; each names the person it is for. */
function eventsOf(
  kind: 'bundle-made' | 'bundle-not-written',
  { contactId, clients }: Pick<ShareChoice, 'contactId' | 'clients'>,
): AuditEvent[] {
  if (clients.length === 0) return [{ kind, contactId }]
  return clients.map(({ clientId }) => ({ kind, contactId, clientId }))
}

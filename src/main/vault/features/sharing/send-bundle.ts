import { basename } from 'node:path'
import { AppError } from '#shared/contract/result.ts'
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
 * Seals a prepared bundle and writes it to a path. The vault knows the pseudonyms and has logged the bundle before the file
 * is written, so that whatever happens then, everything that left can be withdrawn.
 */
export async function sendBundle(
  { auditLog, contacts, context, outside, prepared, pseudonyms, sentBundles }: SendParts,
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
  const bundle = change(db, () => {
    const again = prepared.again(shown)
    if (!contacts.useNumber(choice.contactId, head.number)) throw new AppError('share-changed')
    again.clients.forEach(({ pseudonym }, place) => {
      const clientId = clientIds[place]
      if (clientId !== undefined) pseudonyms.keep(choice.contactId, clientId, pseudonym)
    })
    auditLog.addTo(
      clientIds.length === 0
        ? [{ kind: 'bundle-made' }]
        : clientIds.map((clientId) => ({ kind: 'bundle-made', clientId })),
    )
    return again
  })
  outside.writeFile(path, sealed)
  change(db, () =>
    sentBundles.insert(
      {
        id: bundleId,
        contactId: choice.contactId,
        contactName: contacts.get(choice.contactId)?.name ?? '',
        sentAt: context.now().toISOString(),
        isWithWellbeing: choice.withWellbeing,
        clientCount: clientIds.length,
        removals: bundle.withdrawn.length,
      },
      choice.clients.map((share, place) => ({
        choice: share,
        pseudonym: bundle.clients[place]?.pseudonym ?? '',
      })),
      bundle.withdrawn,
    ),
  )
  prepared.forget(shown)
  return { name: basename(path) }
}

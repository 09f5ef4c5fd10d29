import type { Bundle } from '#shared/bundles/bundle.ts'
import { areSameKeys } from '#shared/bundles/person-keys.ts'
import { AppError } from '#shared/contract/result.ts'
import { joinChanges } from '#shared/review/join-changes.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'
import { compareBundle } from './compare-bundle.ts'

/**
 * Imports a bundle: new and changed clients, those that were withdrawn, and that the bundle has come. A client that was
 * ever withdrawn stays out, because a client who agrees again has another name. Call it in a transaction. Throws
 * `conflict` if the sender's words are no longer compared, or a newer bundle has come since.
 */
export function importBundle(
  records: Records,
  contactId: string,
  bundle: Bundle,
): { contactId: string; clients: number; removed: number } {
  const { context, contacts, receivedBundles, receivedClients, supervisees } = records
  const now = context.now()
  const contact = contacts.get(contactId)
  if (contact?.state !== 'compared' || !areSameKeys(contact.keys, bundle.sender))
    throw new AppError('conflict', ['sender'])
  if (receivedBundles.standingOf(contactId, bundle, now).order !== 'new')
    throw new AppError('conflict', ['number'])
  const { clients, withdrawn } = compareBundle(records, contactId, bundle)
  const before = supervisees.get(contactId)
  const gone = withdrawn.map(({ pseudonym }) => pseudonym)
  supervisees.put({
    contactId,
    bundle,
    receivedAt: now.toISOString(),
    withdrawn: [...(before?.withdrawn ?? []), ...gone],
    keptOn: todayIn(context),
  })
  for (const { id } of withdrawn) receivedClients.remove(id)
  receivedClients.rememberWithdrawn(contactId, bundle.withdrawn)
  for (const { content, known, changes } of clients)
    receivedClients.put({
      contactId,
      content,
      bundleNumber: bundle.number,
      changes: joinChanges(known?.changes ?? [], changes),
      cameAt: now.toISOString(),
    })
  receivedBundles.put(contactId, bundle, now)
  return { contactId, clients: clients.length, removed: gone.length }
}

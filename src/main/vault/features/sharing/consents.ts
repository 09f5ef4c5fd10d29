import { AppError } from '#shared/contract/result.ts'
import { allows, type ConsentEntry } from '#shared/sharing/consent.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'

/** Records a consent. The same again changes nothing. Call it in a transaction. */
export function giveConsent({ context, clients, contacts, consents }: Records, entry: ConsentEntry): void {
  const before = consents.get(entry.id)
  if (before !== null) {
    const isSame = (['clientId', 'contactId', 'givenOn', 'manner', 'said'] as const).every(
      (field) => before[field] === entry[field],
    )
    if (!isSame) throw new AppError('conflict', ['id'])
    return
  }
  if (!clients.get(entry.clientId)) throw new AppError('not-found', ['clientId'])
  if (entry.givenOn > todayIn(context)) throw new AppError('invalid-input', ['givenOn'])
  const contact = entry.contactId === null ? null : contacts.get(entry.contactId)
  if (entry.contactId !== null && contact === null) throw new AppError('not-found', ['contactId'])
  consents.insert({
    ...entry,
    contactName: contact?.name ?? null,
    withdrawnOn: null,
    recordedAt: context.now().toISOString(),
  })
}

/**
 * Ends a consent, and takes the client back from every contact with whom no other consent allows sharing. Call it in a
 * transaction.
 */
export function withdrawConsent(
  { context, consents, pseudonyms }: Records,
  { id, withdrawnOn }: { readonly id: string; readonly withdrawnOn: string },
): void {
  const consent = consents.get(id)
  if (consent === null) throw new AppError('not-found', ['id'])
  if (withdrawnOn < consent.givenOn || withdrawnOn > todayIn(context))
    throw new AppError('invalid-input', ['withdrawnOn'])
  // Asked for twice, the first day stays.
  if (consent.withdrawnOn === null) consents.withdraw(id, withdrawnOn)
  const left = consents.ofClient(consent.clientId)
  for (const contactId of pseudonyms.contactsOf(consent.clientId))
    if (!allows(left, contactId)) pseudonyms.withdraw(contactId, consent.clientId)
}

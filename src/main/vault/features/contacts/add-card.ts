import { randomUUID } from 'node:crypto'
import type { Card, Contact } from '#shared/bundles/contact.ts'
import type { CardAdded, ListedContact } from '#shared/contract/operations/contacts.ts'
import { AppError } from '#shared/contract/result.ts'
import { contactFromCard, withCard } from '../../bundles/settle-contact.ts'
import type { Records } from '../../records/records.ts'

/** A contact without the keys. */
export function listed({ id, name, state, addedAt }: Contact): ListedContact {
  return { id, name, state, addedAt }
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase()

/** The contact with this name, whatever its case; undefined if there is none. */
export function contactNamed({ contacts }: Pick<Records, 'contacts'>, name: string): Contact | undefined {
  return contacts.list().find((contact) => folded(contact.name) === folded(name))
}

interface Meant {
  /** The contact whose later card it is; null if the user has not said so. */
  readonly contactId: string | null
  /** The name of a person who is not on the list; null if the user has not said so. */
  readonly name: string | null
}

/**
 * Stores what a card changes. The key that signs says whose card it is; a card with an unknown one is of a new person,
 * unless the user says whose it is. Call it in a transaction.
 */
export function addCard(
  records: Pick<Records, 'contacts' | 'context' | 'ownKeys'>,
  card: Card,
  { contactId, name }: Meant,
): CardAdded {
  const { contacts, context, ownKeys } = records
  if (ownKeys.get()?.public.signing === card.keys.signing) return { kind: 'refused', reason: 'own-card' }
  const meant = contactId === null ? null : contacts.get(contactId)
  if (contactId !== null && meant === null) throw new AppError('not-found', ['contactId'])
  const signer = contacts.findBySigning(card.keys.signing)
  if (signer !== null && meant !== null && signer.id !== meant.id)
    return { kind: 'key-of-another', contact: listed(signer) }
  const existing = signer ?? meant
  if (existing !== null) return addLater(records, existing, card)
  const namesake = contactNamed(records, name ?? card.name)
  if (namesake !== undefined && name !== null) throw new AppError('name-taken', ['name'])
  if (namesake !== undefined) return { kind: 'same-name', contact: listed(namesake) }
  const contact = contactFromCard({ ...card, name: name ?? card.name }, randomUUID(), context.now())
  contacts.put(contact)
  return { kind: 'added', contact: listed(contact) }
}

function addLater({ contacts }: Pick<Records, 'contacts'>, existing: Contact, card: Card): CardAdded {
  const contact = withCard(existing, card)
  if (contact === existing) return { kind: 'known', contact: listed(contact) }
  contacts.put(contact)
  return { kind: contact.state === 'changed' ? 'changed' : 'replaced', contact: listed(contact) }
}

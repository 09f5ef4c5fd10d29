import type { Card, Contact } from '#shared/bundles/contact.ts'
import { areSameKeys } from '#shared/bundles/person-keys.ts'
import type { WordsCompared } from '#shared/bundles/words-compared.ts'
import { compareWords } from './fingerprint.ts'

/** A contact from a first card. Nothing is exchanged until the words are compared. */
export function contactFromCard({ name, keys }: Card, id: string, now: Date): Contact {
  return { id, name, state: 'new', keys, laterKeys: null, addedAt: now.toISOString() }
}

/**
 * What becomes of a contact when another card of theirs comes. The same keys change nothing; other keys replace those
 * that nobody has compared, and wait beside those that somebody has. The contact's name stays.
 */
export function withCard(contact: Contact, { keys }: Card): Contact {
  if (areSameKeys(contact.keys, keys)) return contact
  return contact.state === 'new' ? { ...contact, keys } : { ...contact, state: 'changed', laterKeys: keys }
}

/** The contact once the words of their newest keys were typed in, or unchanged with the reason why not. */
export function withTypedWords(
  contact: Contact,
  typed: string,
): { readonly contact: Contact; readonly compared: WordsCompared } {
  const keys = contact.laterKeys ?? contact.keys
  const compared = compareWords(typed, keys)
  if (compared.kind !== 'same') return { contact, compared }
  return { contact: { ...contact, state: 'compared', keys, laterKeys: null }, compared }
}

/** The contact with the keys that were compared before, after the user has refused the later ones. */
export function withEarlierKeys(contact: Contact): Contact {
  return contact.state === 'changed' ? { ...contact, state: 'compared', laterKeys: null } : contact
}

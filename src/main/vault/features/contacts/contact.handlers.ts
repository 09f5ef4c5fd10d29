import { z } from 'zod'
import { contactNameSchema, type Contact } from '#shared/bundles/contact.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { CardAdded, OwnCard } from '#shared/contract/operations/contacts.ts'
import { AppError } from '#shared/contract/result.ts'
import type { AuditKind } from '#shared/audit/audit-entry.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { readCard, writeCard } from '../../bundles/card.ts'
import { wordsOfKeys } from '../../bundles/fingerprint.ts'
import { withEarlierKeys, withTypedWords } from '../../bundles/settle-contact.ts'
import { change } from '../../database/change.ts'
import type { FileGrants } from '../../files/file-grants.ts'
import type { OutsideFiles } from '../../files/outside-files.ts'
import type { OwnKeys } from '../../records/contacts/own-keys.repository.ts'
import type { Records } from '../../records/records.ts'
import { addCard, contactNamed, listed } from './add-card.ts'

interface ContactParts extends Records {
  readonly auditLog: AuditLog
  readonly grants: FileGrants
  readonly outside: OutsideFiles
  /** The keys of this vault's user; makes them when they are first needed. */
  readonly keysOfUser: () => Promise<OwnKeys>
}

const ownCardName = 'own-card'
const ownCardNameSchema = z.strictObject({ name: contactNameSchema }).nullable()

/** What is logged about a card that was added; nothing if it changed nothing. */
const kindsOfAdded: Partial<Record<CardAdded['kind'], AuditKind>> = {
  added: 'contact-added',
  replaced: 'contact-keys-came',
  changed: 'contact-keys-came',
}

/** Handlers for the user's own card and the people with whom bundles are exchanged. */
export function createContactHandlers(parts: ContactParts): Handlers<'vault'>['contacts'] {
  const { context, contacts, ownKeys, pseudonyms, receivedBundles, sentBundles, formDrafts, vaultSettings } =
    parts
  const { auditLog, grants, outside, keysOfUser } = parts
  const { db } = context

  const known = (id: string): Contact => {
    const contact = contacts.get(id)
    if (contact === null) throw new AppError('not-found', ['id'])
    return contact
  }

  const ownName = (): string | null => ownCardNameSchema.parse(vaultSettings.get(ownCardName))?.name ?? null

  const ownCard = (): OwnCard | null => {
    const [own, name] = [ownKeys.get(), ownName()]
    if (own === null || name === null) return null
    return { name, card: writeCard(name, own), words: wordsOfKeys(own.public) }
  }

  const presentCard = (): OwnCard => {
    const card = ownCard()
    if (card === null) throw new AppError('not-found')
    return card
  }

  return {
    own: ownCard,
    makeCard: async ({ name }) => {
      await keysOfUser()
      const before = ownName()
      auditLog.change(
        () => change(db, () => vaultSettings.put(ownCardName, { name })),
        () => (before === null || before === name ? [] : [{ kind: 'own-card-changed' }]),
      )
      return presentCard()
    },
    saveCard: ({ token }) => outside.writeFile(grants.take(token, 'card'), presentCard().card),
    noteCardCopied: () => undefined,
    list: () => contacts.list().map(listed),
    get: ({ id }) => ({
      ...listed(known(id)),
      clients: pseudonyms.countOf(id),
      toAsk: sentBundles.notAsked(id).length,
      bundles: receivedBundles.countOf(id),
    }),
    add: async ({ text, ...meant }) => {
      const read = await readCard(text)
      if (read.kind === 'refused') return read
      return auditLog.change(
        () => change(db, () => addCard(parts, read.card, meant)),
        (added) => {
          const logged = kindsOfAdded[added.kind]
          if (logged === undefined || !('contact' in added)) return []
          return [{ kind: logged, contactId: added.contact.id }]
        },
      )
    },
    compare: ({ id, typed }) => {
      const { contact, compared } = withTypedWords(known(id), typed)
      if (compared.kind === 'same') change(db, () => contacts.put(contact))
      return compared
    },
    refuseKeys: ({ id }) => {
      const contact = known(id)
      if (contact.state !== 'changed') throw new AppError('conflict', ['id'])
      change(db, () => contacts.put(withEarlierKeys(contact)))
    },
    rename: ({ id, name }) =>
      change(db, () => {
        const contact = known(id)
        if ((contactNamed(parts, name)?.id ?? id) !== id) throw new AppError('name-taken', ['name'])
        contacts.put({ ...contact, name })
      }),
    remove: ({ id }) =>
      change(db, () => {
        known(id)
        for (const form of ['card-text', 'contact-words', 'contact-name'] as const)
          formDrafts.discard({ form, subject: id })
        contacts.remove(id)
      }),
  }
}

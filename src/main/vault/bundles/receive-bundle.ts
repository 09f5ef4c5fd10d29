import { bundleLimits } from '#shared/bundles/bundle-limits.ts'
import type { Bundle } from '#shared/bundles/bundle.ts'
import type { BundleRefusal } from '#shared/bundles/bundle-refusal.ts'
import type { Contact } from '#shared/bundles/contact.ts'
import { readSmallFile } from '../files/read-small-file.ts'
import type { createContactRepository } from '../records/contacts/contact.repository.ts'
import type { OwnKeys } from '../records/contacts/own-keys.repository.ts'
import type {
  BundleStanding,
  createReceivedBundleRepository,
} from '../records/contacts/received-bundle.repository.ts'
import type { Reader } from '../reading/reader.ts'
import { openBundle } from './open-bundle.ts'

/** A bundle that has come, with its sender and how it compares with earlier ones; or why it is not opened. */
export type ReceivedBundle =
  | {
      readonly kind: 'opened'
      readonly contact: Contact
      readonly bundle: Bundle
      readonly standing: BundleStanding
    }
  | { readonly kind: 'refused'; readonly reason: BundleRefusal }

interface ReceiveBundleParts {
  readonly own: OwnKeys
  readonly contacts: ReturnType<typeof createContactRepository>
  readonly received: ReturnType<typeof createReceivedBundleRepository>
  readonly reader: Pick<Reader, 'readBundle'>
  readonly now: () => Date
}

/**
 * Opens a bundle's file for a preview, and changes nothing. A file that is too large is refused before it is read. Throws
 * if the file is missing or may not be read.
 */
export async function receiveBundle(parts: ReceiveBundleParts, path: string): Promise<ReceivedBundle> {
  const { own, contacts, received, reader, now } = parts
  const file = readSmallFile(path, bundleLimits.fileBytes)
  if (file === null) return { kind: 'refused', reason: 'file-too-large' }
  const opened = await openBundle(file, { own, findSender: contacts.findBySigning, read: reader.readBundle })
  if (opened.kind === 'refused') return opened
  const contact = contacts.get(opened.senderId)
  // The contact may have been changed while the reader was at work.
  if (contact?.state !== 'compared') return { kind: 'refused', reason: 'sender-not-compared' }
  const { bundle } = opened
  return { kind: 'opened', contact, bundle, standing: received.standingOf(contact.id, bundle, now()) }
}

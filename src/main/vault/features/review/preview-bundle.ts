import { randomUUID } from 'node:crypto'
import { contentsOf, type BundlePreview } from '#shared/review/bundle-preview.ts'
import type { Bundle } from '#shared/bundles/bundle.ts'
import { receiveBundle } from '../../bundles/receive-bundle.ts'
import type { Reader } from '../../reading/reader.ts'
import type { Records } from '../../records/records.ts'
import { compareBundle } from './compare-bundle.ts'

/** A bundle that was opened and waits for the user to import it. */
export interface WaitingBundle {
  readonly importId: string
  readonly contactId: string
  readonly bundle: Bundle
}

/**
 * Opens the file of a bundle and says what its import would do. `waiting` is null if the import would do nothing, or if
 * the file is refused. Changes nothing.
 */
export async function previewBundle(
  records: Records,
  reader: Pick<Reader, 'readBundle'>,
  path: string,
): Promise<{ preview: BundlePreview; waiting: WaitingBundle | null }> {
  const { context, contacts, ownKeys, receivedBundles, supervisees } = records
  const own = ownKeys.get()
  // Who has no keys has given nobody a card, so no bundle can be for them.
  if (own === null) return { preview: { kind: 'refused', reason: 'not-for-you' }, waiting: null }
  const parts = { own, contacts, received: receivedBundles, reader, now: context.now }
  const received = await receiveBundle(parts, path)
  if (received.kind === 'refused') return { preview: received, waiting: null }
  const { bundle, contact, standing } = received
  const { clients, leftOut, withdrawn, absent } = compareBundle(records, contact.id, bundle)
  const importId = standing.order === 'new' ? randomUUID() : null
  const known = supervisees.get(contact.id)
  return {
    preview: {
      kind: 'opened',
      importId,
      contact: { id: contact.id, name: contact.name },
      number: bundle.number,
      madeAt: bundle.madeAt,
      ...standing,
      newest: known && { number: known.number, madeAt: known.madeAt },
      contents: contentsOf(bundle),
      clients: clients.map(({ content, changes }) => ({
        pseudonym: content.pseudonym,
        sessions: content.sessions.length,
        changes: [...changes],
      })),
      leftOut: [...leftOut],
      withdrawn: withdrawn.map(({ pseudonym }) => pseudonym),
      absent: absent.map(({ pseudonym }) => pseudonym),
    },
    waiting: importId && { importId, contactId: contact.id, bundle },
  }
}

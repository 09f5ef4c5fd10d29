import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { offeredFrom, type Supervisee } from '#shared/review/supervisee.ts'
import { change } from '../../database/change.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { FileGrants } from '../../files/file-grants.ts'
import type { Reader } from '../../reading/reader.ts'
import type { Records } from '../../records/records.ts'
import { putUnknownSince, unknownSince } from '../../records/sharing/unknown-sharing.ts'
import type { StoredSupervisee } from '../../records/review/supervisee.repository.ts'
import { importBundle } from './import-bundle.ts'
import { previewBundle, type WaitingBundle } from './preview-bundle.ts'
import { readLearning } from './read-learning.ts'

interface ReviewParts extends Records {
  readonly grants: FileGrants
  readonly reader: Pick<Reader, 'readBundle'>
}

/** Handlers for what supervisees have shared. `forget` drops the opened bundle that waits for its import. */
export function createReviewHandlers({ grants, reader, ...records }: ReviewParts): {
  readonly handlers: Handlers<'vault'>['review']
  readonly forget: () => void
} {
  const { context, contacts, receivedClients, supervisees, vaultSettings } = records
  const { db } = context
  let waiting: WaitingBundle | null = null

  const known = (contactId: string): StoredSupervisee => {
    const found = supervisees.get(contactId)
    if (found === null) throw new AppError('not-found', ['contactId'])
    return found
  }

  const withOffer = ({ keptOn, ...supervisee }: StoredSupervisee): Supervisee => {
    const day = offeredFrom(keptOn)
    return { ...supervisee, offeredFrom: day, isOffered: day <= todayIn(context) }
  }

  const receivedWith = (id: string) => {
    const found = receivedClients.get(id)
    if (found === null) throw new AppError('not-found', ['id'])
    return found
  }

  const forget = (): void => {
    waiting = null
  }

  return {
    forget,
    handlers: {
      preview: async ({ token }) => {
        forget()
        const found = await previewBundle(records, reader, grants.take(token, 'received-bundle'))
        waiting = found.waiting
        return found.preview
      },
      import: ({ importId }) => {
        if (waiting?.importId !== importId) throw new AppError('conflict', ['importId'])
        const { contactId, bundle } = waiting
        const imported = change(db, () => importBundle(records, contactId, bundle))
        forget()
        return imported
      },
      cancel: forget,
      overview: () =>
        supervisees.all().map((supervisee) => ({
          ...withOffer(supervisee),
          clients: receivedClients.summaries(supervisee.contactId),
        })),
      unknown: () => ({ since: unknownSince(vaultSettings, 'review') }),
      noteLookedThrough: () => change(db, () => putUnknownSince(vaultSettings, 'review', null)),
      supervisee: ({ contactId }) => ({
        ...withOffer(known(contactId)),
        clients: receivedClients.summaries(contactId),
        wellbeing: supervisees.wellbeing(contactId),
        learning: readLearning(receivedClients.ofContact(contactId)),
      }),
      client: ({ id }) => {
        const client = receivedWith(id)
        return { ...client, therapist: contacts.get(client.contactId)?.name ?? '' }
      },
      lookedAt: ({ contactId }) =>
        change(db, () => {
          known(contactId)
          supervisees.forgetWithdrawn(contactId)
          receivedClients.forgetChanges(contactId)
        }),
      keep: ({ contactId }) =>
        change(db, () => {
          known(contactId)
          const today = todayIn(context)
          supervisees.keep(contactId, today)
          return { offeredFrom: offeredFrom(today) }
        }),
      eraseClient: ({ id }) => change(db, () => receivedClients.remove(receivedWith(id).id)),
      eraseSupervisee: ({ contactId }) =>
        change(db, () => {
          const clients = receivedClients.summaries(known(contactId).contactId).length
          supervisees.remove(contactId)
          return { clients }
        }),
    },
  }
}

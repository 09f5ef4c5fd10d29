import type { Bundle } from '#shared/bundles/bundle.ts'
import { changesIn, type ReceivedChange } from '#shared/review/changes.ts'
import type { ReceivedClient } from '#shared/review/received-client.ts'
import type { Records } from '../../records/records.ts'

/** What an import of a bundle would do to the clients that are there. */
interface ComparedBundle {
  /** Every client of the bundle that an import takes in, with what is different and what is there so far. */
  readonly clients: readonly {
    readonly content: Bundle['clients'][number]
    readonly known: ReceivedClient | null
    readonly changes: readonly ReceivedChange[]
  }[]
  /** Names of clients in the bundle that an earlier one has withdrawn: an import leaves them out. */
  readonly leftOut: readonly string[]
  /** Clients that are there and that the bundle withdraws. */
  readonly withdrawn: readonly ReceivedClient[]
  /** Clients that are there and that the bundle says nothing of. */
  readonly absent: readonly ReceivedClient[]
}

/** Compares a bundle with what is there from its sender. Changes nothing. */
export function compareBundle(
  { receivedClients }: Pick<Records, 'receivedClients'>,
  contactId: string,
  bundle: Bundle,
): ComparedBundle {
  const all = receivedClients.ofContact(contactId)
  const byName = new Map(all.map((client) => [client.pseudonym, client]))
  const gone = new Set(receivedClients.withdrawn(contactId))
  const named = new Set([...bundle.withdrawn, ...bundle.clients.map(({ pseudonym }) => pseudonym)])
  return {
    clients: bundle.clients
      .filter(({ pseudonym }) => !gone.has(pseudonym))
      .map((content) => {
        const known = byName.get(content.pseudonym) ?? null
        return { content, known, changes: changesIn(known?.content ?? null, content) }
      }),
    leftOut: bundle.clients.map(({ pseudonym }) => pseudonym).filter((name) => gone.has(name)),
    withdrawn: all.filter(({ pseudonym }) => bundle.withdrawn.includes(pseudonym)),
    absent: all.filter(({ pseudonym }) => !named.has(pseudonym)),
  }
}

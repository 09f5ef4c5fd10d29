import { commands, type CommandId } from '#shared/commands/commands.ts'
import type { ClientListItem } from '#shared/contract/operations/clients.ts'
import type { Client } from '#shared/records/client.ts'
import { rankedByName } from '#renderer/lib/ranked-by-name.ts'

/** Where “Go to” can go: a client's page, or a command of the app. */
export type GoToTarget =
  | { readonly kind: 'client'; readonly client: Client }
  | { readonly kind: 'command'; readonly command: CommandId; readonly name: string }

/** More than fit into the dialog without much scrolling; more letters bring the others. */
const mostClients = 12

const offered = commands.map(({ id }) => id).filter((id) => id !== 'go-to')

/**
 * The clients and then the commands whose name has the text in it, first those that begin with it. Without text only the
 * commands. Clients whose therapy has ended come after the others.
 */
export function goToTargets(
  clients: readonly ClientListItem[],
  text: string,
  nameOf: (command: CommandId) => string,
): readonly GoToTarget[] {
  const isEnded = ({ client }: ClientListItem) => Number(client.status === 'ended')
  // Only what was found is sorted: the list is long, and each letter asks again.
  const found = (text.trim() === '' ? [] : rankedByName(clients, text, ({ client }) => client.code)).toSorted(
    (a, b) =>
      a.rank - b.rank ||
      isEnded(a.item) - isEnded(b.item) ||
      a.item.client.code.localeCompare(b.item.client.code, undefined, { numeric: true }),
  )
  return [
    ...found.slice(0, mostClients).map(({ item: { client } }) => ({ kind: 'client' as const, client })),
    ...rankedByName(offered, text, nameOf).map(({ item }) => ({
      kind: 'command' as const,
      command: item,
      name: nameOf(item),
    })),
  ]
}

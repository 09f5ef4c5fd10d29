import type { ClientListItem } from '#shared/contract/operations/clients.ts'
import type { Today } from '#shared/overview/today.ts'
import { rankedByName } from '#renderer/lib/ranked-by-name.ts'

type SessionToday = Today['sessions'][number]

/** A session of today, or an active client. */
export type Match = SessionToday | ClientListItem

/**
 * The sessions planned or begun today and the active clients whose code has `text` in it. Codes that begin with it come
 * before others; `first` is the best of both lists, a session before a client.
 */
export function clientMatches(clients: readonly ClientListItem[], today: Today, text: string) {
  const expected = rankedByName(
    today.sessions.filter(({ status }) => status === 'planned' || status === 'begun'),
    text,
    ({ clientCode }) => clientCode,
  )
  const found = rankedByName(
    clients
      .filter(({ client }) => client.status === 'active')
      .toSorted((a, b) => a.client.code.localeCompare(b.client.code, undefined, { numeric: true })),
    text,
    ({ client }) => client.code,
  )
  const [first] = [...expected, ...found].toSorted((a, b) => a.rank - b.rank)
  const items = <Item>(list: readonly { item: Item }[]) => list.map(({ item }) => item)
  return { expected: items(expected), found: items(found), first: first?.item }
}

export type Matches = ReturnType<typeof clientMatches>

const inOrder = ({ expected, found }: Matches): Match[] => [...expected, ...found]
const placeOfFirst = ({ first, ...lists }: Matches): number =>
  first === undefined ? -1 : inOrder({ first, ...lists }).indexOf(first)

/** As many of the steps down from the first match, or up, as the lists have. */
export function stepsWithin(matches: Matches, steps: number): number {
  const [start, last] = [placeOfFirst(matches), inOrder(matches).length - 1]
  return Math.min(Math.max(start + steps, 0), last) - start
}

/** The match `steps` below the first one in the order of the lists, or above it; stops at the ends. */
export function matchFrom(matches: Matches, steps: number): Match | undefined {
  return inOrder(matches)[placeOfFirst(matches) + stepsWithin(matches, steps)]
}

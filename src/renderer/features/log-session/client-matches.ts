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

/** The match `steps` below the first one in the order of the lists, or above it; stops at the ends. */
export function matchFrom({ expected, found, first }: Matches, steps: number): Match | undefined {
  const all: Match[] = [...expected, ...found]
  const place = first === undefined ? -1 : all.indexOf(first) + steps
  return all[Math.min(Math.max(place, 0), all.length - 1)]
}

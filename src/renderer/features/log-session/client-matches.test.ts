import { expect, test } from 'vitest'
import { sampleStories } from '#shared/sample/stories/sample-stories.ts'
import type { ClientListItem } from '#shared/contract/operations/clients.ts'
import { clientSchema } from '#shared/records/client.ts'
import { clientMatches, matchFrom } from './client-matches.ts'
import { client, sessionId } from './testing/fake-vault.ts'

const listed = (code: string): ClientListItem => ({
  client: clientSchema.parse({ ...client, id: crypto.randomUUID(), code }),
  sessionCount: 0,
  lastHeldOn: null,
  nextPlannedOn: null,
})
const none = {
  date: '2025-03-04',
  hasClients: true,
  risks: [],
  sessions: [],
  upcoming: [],
  drafts: [],
  unfinished: [],
}
const codeOf = (match: ReturnType<typeof clientMatches>['first']) =>
  match && 'client' in match ? match.client.code : match?.clientCode

test('two letters find each client of the sample whose code alone begins with them', () => {
  const codes = sampleStories.map(({ code }) => code)
  const clients = codes.map(listed)
  const alone = codes.filter(
    (code) => codes.filter((other) => other.startsWith(code.slice(0, 2))).length === 1,
  )
  expect(alone.length).toBeGreaterThan(6)
  for (const code of alone)
    expect(codeOf(clientMatches(clients, none, code.slice(0, 2).toLowerCase()).first)).toBe(code)
})

test('a code that begins with the letters comes before a session of today that only has them in it', () => {
  const session = {
    clientId: client.id,
    clientCode: 'Orchard',
    isFictional: false,
    sessionId,
    number: 3,
    date: none.date,
    timeOfDay: null,
    status: 'planned' as const,
  }
  const { expected, first } = clientMatches([listed('Harbour')], { ...none, sessions: [session] }, 'ha')
  expect(expected).toEqual([session])
  expect(codeOf(first)).toBe('Harbour')
})

test('the arrows go from the first match through both lists and stop at their ends', () => {
  const clients = ['Ladder', 'Lantern', 'Willow'].map(listed)
  const matches = clientMatches(clients, none, 'la')
  expect([-1, 0, 1, 2].map((steps) => codeOf(matchFrom(matches, steps)))).toEqual([
    'Ladder',
    'Ladder',
    'Lantern',
    'Lantern',
  ])
  expect(matchFrom(clientMatches([], none, ''), 1)).toBeUndefined()
})

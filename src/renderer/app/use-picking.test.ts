import { expect, test } from 'vitest'
import { entryAt } from './use-picking.ts'

const client = '99999999-9999-4999-8999-999999999999'
const session = '88888888-8888-4888-8888-888888888888'

test('a client’s page and a session to read can be put on the agenda, and no other screen', () => {
  expect(entryAt(`/clients/${client}`)).toMatchObject({ kind: 'client', clientId: client })
  expect(entryAt(`/clients/${client}/sessions/${session}`)).toMatchObject({
    kind: 'session',
    sessionId: session,
  })
  for (const elsewhere of ['/', '/clients', '/clients/new', `/clients/${client}/edit`, '/supervision'])
    expect(entryAt(elsewhere)).toBeNull()
})

import { expect, test } from 'vitest'
import { mostNamedOnToday } from '#shared/attention/attention.ts'
import { unpackRows } from '#shared/attention/client-rows.ts'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'

/** A vault in which more clients than Today names have a draft, and two have nothing. */
async function caseload() {
  const vault = createTestVault()
  const { api } = vault
  const add = async (code: string) => (await api.clients.create(clientEntry({ code }))).id
  const begin = async (clientId: string) => {
    const log = sessionLog(clientId, { session: { status: 'begun' } })
    const { id: sessionId, clientId: ofClient } = log.session
    await api.drafts.save({ sessionId, clientId: ofClient, baseRevision: 0, log })
  }
  const begun: string[] = []
  for (let place = 0; place < mostNamedOnToday + 2; place += 1) {
    const id = await add(`B-${String(place + 10)}`)
    await begin(id)
    begun.push(id)
  }
  const [quiet, ofToday] = [await add('A-1'), await add('A-2')]
  const planned = sessionLog(ofToday, { session: { status: 'planned', date: '2026-03-20' } })
  await api.sessions.save({ log: planned, expectedRevision: 0 })
  return { vault, api, begun, quiet, ofToday }
}

test('Today gets the first of those worth attention, how many there are, and each client of the day', async () => {
  const { api, begun, quiet, ofToday } = await caseload()
  expect((await api.today.get()).date).toBe('2026-03-20')
  const list = unpackRows(await api.attention.list())
  const { clients, flagged } = await api.attention.today()
  expect(flagged).toBe(begun.length)
  const shown = new Set<string>([...begun.slice(0, mostNamedOnToday), ofToday])
  expect(clients.map(({ clientId }) => clientId)).toEqual(
    list.flatMap(({ clientId }) => (shown.has(clientId) ? [clientId] : [])),
  )
  expect(list).toMatchObject(
    list.map(({ clientId }) => clients.find((each) => each.clientId === clientId) ?? {}),
  )
  expect(clients).toHaveLength(shown.size)
  expect(list.map(({ clientId }) => clientId)).toContain(quiet)
})

test('a client behind the first whose reason is put off is shown, and the next one moves up', async () => {
  const { api, begun } = await caseload()
  const [first] = begun
  const [found] = unpackRows(await api.attention.list()).filter(({ clientId }) => clientId === first)
  const reasons = found!.reasons.flatMap(({ kind, evidence }) =>
    kind === 'risk' ? [] : [{ kind, evidence }],
  )
  await api.attention.lookAt({ clientId: found!.clientId, reasons, until: '2026-03-27' })
  const { clients, flagged } = await api.attention.today()
  expect(flagged).toBe(begun.length - 1)
  expect(clients.filter(({ lookedAt }) => lookedAt.length > 0).map(({ clientId }) => clientId)).toEqual([
    first,
  ])
  const named = clients.filter((client) => client.reasons.length > 0).map(({ clientId }) => clientId)
  expect(named).toEqual(begun.slice(1, mostNamedOnToday + 1))
})

test('Today knows whether there is a client', async () => {
  const { api } = createTestVault()
  expect(await api.today.get()).toMatchObject({ hasClients: false })
  expect(await api.attention.today()).toEqual({ clients: [], flagged: 0 })
  await api.clients.create(clientEntry({ code: 'A-1' }))
  expect(await api.today.get()).toMatchObject({ hasClients: true })
})

import { expect, test } from 'vitest'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'

const ended = (code: string, startedOn: string) => clientEntry({ code, startedOn, status: 'ended' })

async function caseload() {
  const vault = createTestVault({ now: '2026-03-20T15:00:00.000Z' })
  const { api } = vault
  const long = ended('Long ago', '2010-01-01')
  const edge = ended('Ten years to the day', '2016-03-20')
  const recent = ended('A day less', '2016-03-21')
  const returned = ended('Came back', '2005-01-01')
  const active = clientEntry({ code: 'Still here', startedOn: '2000-01-01' })
  for (const client of [long, edge, recent, returned, active]) await api.clients.create(client)
  const log = sessionLog(returned.id, { session: { date: '2024-05-05' } })
  await api.sessions.save({ log, expectedRevision: 0 })
  return { ...vault, long, edge }
}

const codes = ({ items }: { items: readonly { code: string }[] }) => items.map(({ code }) => code)

test('there is no rule until somebody sets one, and the rule only lists therapies', async () => {
  const { api, db } = await caseload()
  expect(await api.rights.retention()).toEqual({ rule: { isOn: false, years: 10 }, items: [] })
  const review = await api.rights.setRetention({ isOn: true, years: 10 })
  expect(codes(review)).toEqual(['Long ago', 'Ten years to the day'])
  expect(review.items[0]).toMatchObject({ lastOn: '2010-01-01', sessions: 0, kept: null })
  expect(codes(await api.rights.setRetention({ isOn: true, years: 1 }))).toEqual([
    'Long ago',
    'Ten years to the day',
    'A day less',
    'Came back',
  ])
  expect(db.prepare('SELECT count(*) FROM clients').pluck().get()).toBe(5)
})

test('a kept therapy stays on the list with its reason, and is due again on its day', async () => {
  const { api, clock, long } = await caseload()
  await api.rights.setRetention({ isOn: true, years: 10 })
  const review = await api.rights.keep({
    clientId: long.id,
    until: '2026-04-01',
    reason: 'A complaint is open.',
  })
  expect(review.items[0]?.kept).toEqual({ until: '2026-04-01', reason: 'A complaint is open.' })
  clock.now = new Date('2026-04-01T12:00:00.000Z')
  expect((await api.rights.retention()).items[0]?.kept).toBeNull()
})

test('keeping needs a future day and a reason', async () => {
  const { api, long } = await caseload()
  const keep = (until: string, reason: string) => api.rights.keep({ clientId: long.id, until, reason })
  await expect(keep('2026-03-20', 'because')).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(keep('2027-01-01', '  ')).rejects.toMatchObject({ code: 'invalid-input' })
})

test('the audit log contains the rule and the decisions made by it', async () => {
  const { api, db, long } = await caseload()
  await api.rights.setRetention({ isOn: true, years: 7 })
  await api.rights.keep({ clientId: long.id, until: '2027-01-01', reason: 'because' })
  const kinds = db.prepare(`SELECT kind, client_id FROM audit_entries WHERE kind LIKE 'retention%'`).all()
  expect(kinds).toEqual([
    { kind: 'retention-changed', client_id: null },
    { kind: 'retention-kept', client_id: long.id },
  ])
})

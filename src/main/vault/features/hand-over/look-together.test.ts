import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { answersOf, clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase, type TestVault } from '../../testing/test-vault.ts'

const rated = { goals: 7, tasks: 3, bond: 8, overall: 6 }

/** A session that both rated, with more of the therapist’s own than the client may see. */
async function ratedSession({ withTherapist = true, risk = 0 } = {}) {
  const vault = createTestVault()
  const { api } = vault
  const client = await api.clients.create(clientEntry({ code: 'Fern' }))
  await api.clients.setForms({ id: client.id, instrumentIds: ['attune-alliance-client', 'phq-9'] })
  const log = sessionLog(client.id, {
    session: { notes: 'a private note' },
    responses: withTherapist
      ? [
          therapistResponse('attune-alliance-therapist', { goals: 7, tasks: 8, bond: null, overall: 6 }),
          therapistResponse('attune-feelings-after', { supportive: 2, inadequate: 9 }),
        ]
      : [],
  })
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.handOver.begin({ sessionId: log.session.id })
  await api.handOver.saveAnswers({
    answers: { 'attune-alliance-client': answersOf(rated), 'phq-9': answersOf({ 'phq9-9': risk }) },
    comment: 'a private comment',
  })
  await api.handOver.finish({ stopped: false })
  await api.handOver.return({ passphrase: rightPassphrase })
  return { ...vault, client, sessionId: log.session.id }
}

const kinds = ({ db }: Pick<TestVault, 'db'>): unknown[] =>
  db.prepare(`SELECT kind FROM audit_entries WHERE kind LIKE '%together' ORDER BY sequence`).pluck().all()

test('nothing but the page of both views is served, and no rating before the client has agreed', async () => {
  const vault = await ratedSession()
  const { api, route, sessionId, state } = vault
  await api.handOver.beginTogether({ sessionId })
  expect(state()).toBe('handOver')
  expect(await api.handOver.together()).toEqual({ answer: null, views: [] })
  const served: string[] = []
  for (const [feature, operations] of Object.entries(contract))
    for (const [name, operation] of Object.entries(operations)) {
      if (operation.host !== 'vault') continue
      const outcome = await route({ path: `${feature}.${name}`, input: {} })
      if (outcome.ok || outcome.code !== 'not-available') served.push(`${feature}.${name}`)
    }
  expect(served).toEqual([
    'handOver.together',
    'handOver.agree',
    'handOver.form',
    'handOver.saveAnswers',
    'handOver.finish',
    'handOver.return',
  ])
  // Of these, those of the form have none to serve.
  await expect(api.handOver.form()).rejects.toMatchObject({ code: 'not-available' })
  await expect(api.handOver.finish({ stopped: false })).rejects.toMatchObject({ code: 'not-available' })
  await expect(api.handOver.saveAnswers({ answers: {}, comment: '' })).rejects.toMatchObject({
    code: 'not-available',
  })
})

test('after the client’s yes the page has what both rated, and nothing else', async () => {
  const vault = await ratedSession()
  const { api, sessionId } = vault
  await api.handOver.beginTogether({ sessionId })
  await api.handOver.agree({ agrees: true })
  // The first answer holds.
  await api.handOver.agree({ agrees: false })
  const seen = await api.handOver.together()
  expect(seen?.views.map(({ id, client, therapist }) => [id, client, therapist])).toEqual([
    ['goals', 7, 7],
    ['tasks', 3, 8],
    ['overall', 6, 6],
  ])
  const text = JSON.stringify(seen)
  for (const hidden of ['private', 'Fern', 'inadequate', sessionId]) expect(text).not.toContain(hidden)
  await expect(api.handOver.return({ passphrase: 'not this one here' })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
  expect(await api.handOver.return({ passphrase: rightPassphrase })).toEqual({
    sessionId,
    hasRisk: false,
    wasSeenTogether: true,
  })
  expect(vault.state()).toBe('open')
  expect(kinds(vault)).toEqual(['seen-together'])
})

test('a no shows nothing, and leaves no entry that it was looked at', async () => {
  const vault = await ratedSession()
  const { api, sessionId } = vault
  await api.handOver.beginTogether({ sessionId })
  await api.handOver.agree({ agrees: false })
  expect(await api.handOver.together()).toEqual({ answer: 'no', views: [] })
  expect(await api.handOver.return({ passphrase: rightPassphrase })).toMatchObject({ wasSeenTogether: false })
  expect(kinds(vault)).toEqual([])
})

test('fault 288: it can’t be offered without ratings of both, nor while an answer that needs attention is unread', async () => {
  const alone = await ratedSession({ withTherapist: false })
  await expect(alone.api.handOver.beginTogether({ sessionId: alone.sessionId })).rejects.toMatchObject({
    code: 'status-not-possible',
  })
  const { api, sessionId, state } = await ratedSession({ risk: 2 })
  await expect(api.handOver.beginTogether({ sessionId })).rejects.toMatchObject({
    code: 'risk-not-acknowledged',
  })
  expect(state()).toBe('open')
  const [open] = (await api.risk.ofSession({ sessionId })).risks
  await api.risk.acknowledge({ id: open!.id, note: '' })
  await api.handOver.beginTogether({ sessionId })
  expect(state()).toBe('handOver')
})

test('a hand-over of the form has no such page', async () => {
  const { api, sessionId } = await ratedSession()
  await api.handOver.begin({ sessionId })
  expect(await api.handOver.together()).toBeNull()
  await expect(api.handOver.agree({ agrees: true })).rejects.toMatchObject({ code: 'not-available' })
})

test('the line on what was said is kept with the session, and an empty one removes it', async () => {
  const vault = await ratedSession()
  const { api, sessionId, client } = vault
  const said = 'We meant different things by goals.'
  expect(await api.together.ofSession({ sessionId })).toBeNull()
  expect(await api.together.say({ sessionId, said })).toMatchObject({ sessionId, said })
  await api.together.say({ sessionId, said })
  expect((await api.clients.overview({ id: client.id })).saidTogether).toMatchObject([{ sessionId, said }])
  expect(await api.together.say({ sessionId, said: ' ' })).toBeNull()
  expect((await api.clients.overview({ id: client.id })).saidTogether).toEqual([])
  expect(kinds(vault)).toEqual(['said-together', 'said-together'])
})

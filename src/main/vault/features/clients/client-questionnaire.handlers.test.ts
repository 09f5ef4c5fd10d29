import { expect, test } from 'vitest'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'

async function sampleVault() {
  const vault = createTestVault()
  await vault.api.sample.load()
  const clients = await vault.api.clients.list()
  const idOf = (code: string) => clients.find(({ client }) => client.code === code)!.client.id
  const phq9Of = async (code: string) => {
    const { outcomes, sessions } = await vault.api.clients.overview({ id: idOf(code) })
    expect(outcomes.map(({ instrumentId }) => instrumentId)).toEqual(['phq-9'])
    return { status: outcomes[0]!, sessions }
  }
  return { ...vault, idOf, phq9Of }
}

test('the client’s page shows a sudden gain between the sessions where it happened', async () => {
  const { phq9Of } = await sampleVault()
  const { status, sessions } = await phq9Of('Kettle')
  expect(status.suddenGains.map(({ at }) => sessions.number[at.gain])).toEqual([10])
  expect(status.change.verdict).toEqual({ change: 'reliably-better', cutoff: 'left' })
})

test('the client’s page shows a reliable worsening with its numbers', async () => {
  const { phq9Of } = await sampleVault()
  const { status } = await phq9Of('Driftwood')
  expect(status.change).toMatchObject({ values: { before: 9, after: 17, change: 8, threshold: 6 } })
  expect(status.change.verdict).toEqual({ change: 'reliably-worse', cutoff: 'newly-reached' })
  expect(status.track?.verdict).toBe('reliably-worse')
})

test('a client without such a questionnaire has no outcome status', async () => {
  const { api, idOf } = await sampleVault()
  expect((await api.clients.overview({ id: idOf('Harbour') })).outcomes).toEqual([])
})

test('a chosen baseline counts until the first rating is chosen again', async () => {
  const { api, idOf, phq9Of } = await sampleVault()
  const id = idOf('Driftwood')
  const { sessions } = await phq9Of('Driftwood')
  const choose = (sessionId: (typeof sessions.id)[number] | null) =>
    api.clients.setOutcomeBaseline({ id, instrumentId: 'phq-9', sessionId })
  await choose(sessions.id[15]!)
  expect((await phq9Of('Driftwood')).status).toMatchObject({
    baseline: { session: 15, isChosen: true },
    change: { values: { before: 13, after: 17 }, verdict: { change: 'not-reliable' } },
  })
  await choose(null)
  expect((await phq9Of('Driftwood')).status.baseline).toEqual({ session: 0, isChosen: false })
})

test('a session of another client, or without that rating, can’t be a baseline', async () => {
  const { api, idOf, phq9Of } = await sampleVault()
  const { sessions } = await phq9Of('Driftwood')
  const other = await api.clients.create(clientEntry())
  const log = sessionLog(other.id)
  await api.sessions.save({ log, expectedRevision: 0 })
  for (const { id, sessionId } of [
    { id: idOf('Kettle'), sessionId: sessions.id[0]! },
    { id: idOf('Driftwood'), sessionId: sessions.id[6]! },
    { id: other.id, sessionId: log.session.id },
  ])
    await expect(
      api.clients.setOutcomeBaseline({ id, instrumentId: 'phq-9', sessionId }),
    ).rejects.toMatchObject({ code: 'not-found' })
})

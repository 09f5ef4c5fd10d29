import { describe, expect, test } from 'vitest'
import type { ClientId, SessionId } from '#shared/records/ids.ts'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase } from '../../testing/test-vault.ts'

/** Two clients who are given PHQ-9, and a session of the first in which it was declined. */
async function declinedInSession() {
  const vault = createTestVault()
  const { api } = vault
  const add = async (code: string) => {
    const { id } = await api.clients.create(clientEntry({ code }))
    await api.clients.setForms({ id, instrumentIds: ['phq-9'] })
    return id
  }
  const fern = await add('Fern')
  const moss = await add('Moss')
  const save = async (clientId: ClientId, number = 1) => {
    const log = sessionLog(clientId, { session: { number } })
    await api.sessions.save({ log, expectedRevision: 0 })
    return log.session.id
  }
  const declineIn = async (sessionId: SessionId) => {
    await api.handOver.begin({ sessionId })
    await api.handOver.saveAnswers({ answers: {}, comment: '', declined: ['phq-9'] })
    await api.handOver.finish({ stopped: false })
    await api.handOver.return({ passphrase: rightPassphrase })
  }
  const move = async (id: SessionId, toClientId: ClientId) => {
    const { revision } = await api.sessions.extent({ id })
    await api.sessions.move({ id, toClientId, expectedRevision: revision })
  }
  const declinedBy = async (clientId: ClientId) =>
    (await api.formPlans.ofClient({ clientId })).map(({ declined }) => declined?.by)
  const id = await save(fern)
  await declineIn(id)
  return { ...vault, fern, moss, save, declineIn, move, declinedBy, id }
}

describe('fault 395: what a client declined in a session', () => {
  test('moves with the session, and the first client is given the form again', async () => {
    const { api, fern, moss, save, move, declinedBy, id } = await declinedInSession()
    expect(await api.sessions.extent({ id })).toMatchObject({ declinedForms: 1 })
    expect(await declinedBy(fern)).toEqual(['client'])
    await move(id, moss)
    expect(await declinedBy(fern)).toEqual([])
    expect(await declinedBy(moss)).toEqual(['client'])
    await api.handOver.begin({ sessionId: await save(fern, 2) })
    expect((await api.handOver.form()).instruments.map((form) => form.id)).toEqual(['phq-9'])
    await api.handOver.return({ passphrase: rightPassphrase })
    await expect(api.handOver.begin({ sessionId: id })).rejects.toMatchObject({ code: 'form-not-offered' })
    await move(id, fern)
    expect(await declinedBy(moss)).toEqual([])
    expect(await declinedBy(fern)).toEqual(['client'])
  })

  test('goes with a removed session, and comes back with an Undo', async () => {
    const { api, fern, declinedBy, id } = await declinedInSession()
    const before = await api.formPlans.ofClient({ clientId: fern })
    await api.sessions.remove({ id })
    expect(await declinedBy(fern)).toEqual([])
    await api.sessions.undoRemoval({ id })
    expect(await api.formPlans.ofClient({ clientId: fern })).toEqual(before)
  })

  test('joins what the other client declined, whose own stays when the session goes back', async () => {
    const { api, fern, moss, save, declineIn, move, declinedBy, clock, id } = await declinedInSession()
    const first = await api.formPlans.ofClient({ clientId: fern })
    clock.now = new Date('2026-05-01T10:00:00.000Z')
    await declineIn(await save(moss))
    await move(id, moss)
    // Both say the same; the first day counts.
    expect(await api.formPlans.ofClient({ clientId: moss })).toEqual(first)
    await move(id, fern)
    expect(await api.formPlans.ofClient({ clientId: moss })).toMatchObject([
      { declined: { on: '2026-05-01', by: 'client' } },
    ])
    expect(await declinedBy(fern)).toEqual(['client'])
    // Asking again takes back all that says no.
    await move(id, moss)
    await api.formPlans.askAgain({ clientId: moss, instrumentId: 'phq-9' })
    expect(await declinedBy(moss)).toEqual([])
  })

  test('what the therapist noted, or was declined before sessions were kept with it, stays with the client', async () => {
    const { api, db, fern, moss, move, declinedBy, id } = await declinedInSession()
    db.prepare('UPDATE declined_forms SET session_id = NULL').run()
    await api.formPlans.decline({ clientId: moss, instrumentId: 'phq-9' })
    expect(await api.sessions.extent({ id })).toMatchObject({ declinedForms: 0 })
    await move(id, moss)
    expect(await declinedBy(fern)).toEqual(['client'])
    expect(await declinedBy(moss)).toEqual(['therapist'])
    await api.sessions.remove({ id })
    expect(await declinedBy(fern)).toEqual(['client'])
  })

  test('is erased with the client who has the session now', async () => {
    const { api, db, fern, moss, move, id } = await declinedInSession()
    const count = () => db.prepare('SELECT count(*) FROM declined_forms').pluck().get()
    await move(id, moss)
    await api.rights.erase({ clientId: fern, typedCode: 'Fern' })
    expect(count()).toBe(1)
    await api.rights.erase({ clientId: moss, typedCode: 'Moss' })
    expect(count()).toBe(0)
  })
})

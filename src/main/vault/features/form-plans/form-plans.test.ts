import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { formPlanSchema, type FormPlan } from '#shared/records/form-plan.ts'
import type { SessionId } from '#shared/records/ids.ts'
import { answersOf, clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase, testFeatures } from '../../testing/test-vault.ts'

const alliance = 'attune-alliance-client'
const planOf = (change: Partial<FormPlan> = {}): FormPlan =>
  formPlanSchema.parse({ rhythm: { kind: 'every-nth', n: 3 }, moment: 'after', lastDay: null, ...change })

/** A client who is given PHQ-9 and the alliance, with sessions of this month by their numbers. */
async function clientInVault(numbers: readonly number[] = [1]) {
  const vault = createTestVault()
  const { api } = vault
  const client = await api.clients.create(clientEntry())
  const clientId = client.id
  await api.clients.setForms({ id: clientId, instrumentIds: ['phq-9', alliance] })
  const add = async (number: number, change: object = {}) => {
    const date = `2026-03-${String(number).padStart(2, '0')}`
    const log = sessionLog(clientId, { session: { number, date, ...change } })
    await api.sessions.save({ log, expectedRevision: 0 })
    return log.session
  }
  const sessions = []
  for (const number of numbers) sessions.push(await add(number))
  const begin = async (sessionId: SessionId, instrumentIds?: string[]) => {
    await api.handOver.begin({ sessionId, ...(instrumentIds && { instrumentIds }) })
    return (await api.handOver.form()).instruments.map(({ id }) => id)
  }
  const goBack = () => api.handOver.return({ passphrase: rightPassphrase })
  return {
    ...vault,
    clientId,
    add,
    sessions,
    begin,
    goBack,
    plan: (change: Partial<FormPlan> = {}, instrumentId = 'phq-9') =>
      api.formPlans.set({ clientId, instrumentId, plan: planOf(change) }),
    /** The forms of a hand-over that nobody answers. */
    given: async (sessionId: SessionId) => {
      const ids = await begin(sessionId)
      await goBack()
      return ids
    },
    answer: async (sessionId: SessionId, ids = ['phq-9'], declined: string[] = []) => {
      await begin(sessionId, ids)
      const answers = ids.includes('phq-9') ? { 'phq-9': answersOf({ 'phq9-1': 1 }) } : {}
      await api.handOver.saveAnswers({ answers, comment: '', declined })
      await api.handOver.finish({ stopped: false })
      await goBack()
    },
    stateOf: async (session: { id: SessionId; date: string; number: number }) => {
      const { id, date, number } = session
      const found = await api.formPlans.atSession({ clientId, session: { id, date, number } })
      return found.forms.find(({ instrumentId }) => instrumentId === 'phq-9')?.state
    },
    /** The entries of the audit log about forms of the client, the oldest first. */
    kinds: (): unknown[] =>
      vault.db
        .prepare(
          `SELECT kind FROM audit_entries WHERE kind LIKE 'form-%' AND client_id = ? ORDER BY sequence`,
        )
        .pluck()
        .all(clientId),
  }
}

describe('a plan', () => {
  test('fault 310: a hand-over has what is due and nothing else, whatever happens between sessions', async () => {
    const { api, plan, add, given, answer, stateOf, sessions } = await clientInVault([1, 2])
    const [first, second] = sessions
    if (!first || !second) throw new Error('two sessions')
    expect(await given(first.id)).toEqual(['phq-9', alliance])
    await plan()
    expect(await given(first.id)).toEqual(['phq-9', alliance])
    await answer(first.id)
    expect(await stateOf(first)).toEqual({ kind: 'answered' })
    expect(await given(second.id)).toEqual([alliance])
    // Missed, cancelled and removed ones don't count.
    await add(3, { status: 'no-show' })
    await add(4, { status: 'cancelled-by-client' })
    const removed = await add(5)
    const sixth = await add(6)
    expect(await stateOf(sixth)).toEqual({ kind: 'due' })
    await api.sessions.remove({ id: removed.id })
    expect(await stateOf(sixth)).toEqual({ kind: 'in-sessions', count: 1 })
    await api.sessions.undoRemoval({ id: removed.id })
    expect(await stateOf(sixth)).toEqual({ kind: 'due' })
  })

  test('a form for the beginning comes before the session is held, the others after it', async () => {
    const { plan, add, given } = await clientInVault()
    await plan({ rhythm: { kind: 'every-session' }, moment: 'beginning' })
    const begun = await add(2, { status: 'begun' })
    expect(await given(begun.id)).toEqual(['phq-9'])
    const held = await add(3)
    expect(await given(held.id)).toEqual([alliance])
  })

  test('fault 314: the second hand-over of a session corrects nothing, unless a form is given again', async () => {
    const { api, plan, add, begin, goBack, answer } = await clientInVault([])
    await plan({ rhythm: { kind: 'every-session' }, moment: 'beginning' })
    const { id } = await add(1, { status: 'begun' })
    await answer(id)
    await begin(id, [alliance])
    await api.handOver.saveAnswers({ answers: { [alliance]: answersOf({ goals: 7 }) }, comment: '' })
    await api.handOver.finish({ stopped: false })
    await goBack()
    expect(await api.sessions.versions({ id })).toEqual([])
    const { responses } = await api.sessions.get({ id })
    expect(responses.map(({ instrumentId }) => instrumentId).toSorted()).toEqual([alliance, 'phq-9'])
    await answer(id)
    expect(await api.sessions.versions({ id })).toHaveLength(1)
  })

  test('the usual plan is none, and a plan is taken back by it', async () => {
    const { api, plan, clientId } = await clientInVault()
    await plan()
    expect(await api.formPlans.ofClient({ clientId })).toEqual([
      { instrumentId: 'phq-9', plan: planOf(), declined: null },
    ])
    await plan({ rhythm: { kind: 'every-session' } })
    expect(await api.formPlans.ofClient({ clientId })).toEqual([])
  })

  test.each([
    { rhythm: { kind: 'every-nth', n: 1 } },
    { rhythm: { kind: 'every-nth', n: 53 } },
    { rhythm: { kind: 'every-nth', n: 2.5 } },
    { rhythm: { kind: 'monthly', n: 2 } },
    { rhythm: { kind: 'yearly' } },
    { moment: 'middle' },
    { lastDay: '2026-02-30' },
  ])('is refused if it is %o', async (change) => {
    const { api, clientId } = await clientInVault()
    const set = api.formPlans.set({
      clientId,
      instrumentId: 'phq-9',
      plan: { ...planOf(), ...change } as FormPlan,
    })
    await expect(set).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await api.formPlans.ofClient({ clientId })).toEqual([])
  })

  test('a form that the client isn’t given can’t be planned, declined or handed over', async () => {
    const { api, clientId, plan, begin, sessions } = await clientInVault()
    await expect(plan({}, 'gad-7')).rejects.toMatchObject({ code: 'form-not-offered' })
    await expect(api.formPlans.decline({ clientId, instrumentId: 'gad-7' })).rejects.toMatchObject({
      code: 'form-not-offered',
    })
    const [session] = sessions
    await expect(begin(session!.id, [alliance, 'gad-7'])).rejects.toMatchObject({
      code: 'form-not-offered',
      places: ['instrumentIds.1'],
    })
    await expect(api.formPlans.ofClient({ clientId: randomUUID() as never })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('the chosen forms are handed over in the client’s order, due or not', async () => {
    const { plan, answer, begin, sessions } = await clientInVault([1, 2])
    await plan()
    await answer(sessions[0]!.id)
    expect(await begin(sessions[1]!.id, [alliance, 'phq-9'])).toEqual(['phq-9', alliance])
  })

  test('Today has what is due at sessions to come, without what every session has', async () => {
    const { api, plan, add, answer, sessions } = await clientInVault([1])
    await plan({ rhythm: { kind: 'monthly' }, moment: 'beginning' })
    const today = await add(20, { status: 'planned' })
    const due = await api.formPlans.dueToday()
    expect(due).toMatchObject([{ sessionId: today.id, forms: [{ title: 'PHQ-9', moment: 'beginning' }] }])
    expect(due[0]?.forms).toHaveLength(1)
    await answer(sessions[0]!.id)
    expect(await api.formPlans.dueToday()).toEqual([])
  })
})

describe('a form that the client declines', () => {
  test('fault 311: is not given again until the therapist asks again, and the first day stays', async () => {
    const { api, clientId, begin, given, add, sessions, clock } = await clientInVault()
    const [session] = sessions
    await api.formPlans.decline({ clientId, instrumentId: 'phq-9' })
    const [declined] = await api.formPlans.ofClient({ clientId })
    clock.now = new Date('2026-05-01T10:00:00.000Z')
    await api.formPlans.decline({ clientId, instrumentId: 'phq-9' })
    expect(await api.formPlans.ofClient({ clientId })).toEqual([declined])
    expect(declined).toMatchObject({ plan: null, declined: { by: 'therapist' } })
    expect(await given(session!.id)).toEqual([alliance])
    expect(await given((await add(2)).id)).toEqual([alliance])
    await expect(begin(session!.id, ['phq-9'])).rejects.toMatchObject({ code: 'form-not-offered' })
    await api.formPlans.askAgain({ clientId, instrumentId: 'phq-9' })
    expect(await given(session!.id)).toEqual(['phq-9', alliance])
  })

  test('with every form declined there is nothing to hand over', async () => {
    const { api, clientId, begin, sessions } = await clientInVault()
    for (const instrumentId of ['phq-9', alliance]) await api.formPlans.decline({ clientId, instrumentId })
    await expect(begin(sessions[0]!.id)).rejects.toMatchObject({ code: 'form-not-offered' })
  })

  test('fault 312: the client declines it in the form, and their other answers and their comment stay', async () => {
    const { api, clientId, plan, begin, goBack, sessions, kinds } = await clientInVault()
    await plan()
    await begin(sessions[0]!.id)
    expect((await api.handOver.form()).canDecline).toEqual(['phq-9'])
    const given = { answers: { [alliance]: answersOf({ goals: 7 }) }, comment: 'Not this one.' }
    await expect(api.handOver.saveAnswers({ ...given, declined: [alliance] })).rejects.toMatchObject({
      code: 'not-found',
    })
    await api.handOver.saveAnswers({ ...given, declined: ['phq-9'] })
    await api.handOver.finish({ stopped: false })
    await goBack()
    expect(await api.formPlans.ofClient({ clientId })).toMatchObject([{ declined: { by: 'client' } }])
    const { responses } = await api.sessions.get({ id: sessions[0]!.id })
    expect(responses.map(({ comment }) => comment)).toContain('Not this one.')
    expect(responses.find(({ instrumentId }) => instrumentId === alliance)?.answers['goals']).toMatchObject({
      value: 7,
    })
    expect(kinds()).toEqual(['form-plan-changed', 'form-declined'])
  })

  test('fault 356: a questionnaire can be declined in the form without a plan; a usual short form needs one', async () => {
    const { api, clientId, plan, begin, goBack, sessions } = await clientInVault()
    const canDecline = async () => {
      await begin(sessions[0]!.id)
      const found = (await api.handOver.form()).canDecline
      await goBack()
      return found
    }
    expect(await canDecline()).toEqual(['phq-9'])
    await plan({}, alliance)
    expect(await canDecline()).toEqual(['phq-9', alliance])
    await begin(sessions[0]!.id)
    await api.handOver.saveAnswers({ answers: {}, comment: '', declined: ['phq-9'] })
    await api.handOver.finish({ stopped: false })
    await goBack()
    expect((await api.formPlans.ofClient({ clientId })).map(({ declined }) => declined?.by)).toEqual([
      undefined,
      'client',
    ])
  })

  test('fault 355: once one is declined, what the client has answered is not offered again in the session', async () => {
    const { api, clientId, answer, stateOf, given, sessions } = await clientInVault()
    const [session] = sessions
    await api.formPlans.decline({ clientId, instrumentId: alliance })
    expect(await stateOf(session!)).toEqual({ kind: 'due' })
    await answer(session!.id)
    expect(await stateOf(session!)).toEqual({ kind: 'answered' })
    // Who hands over all the same gives it again.
    expect(await given(session!.id)).toEqual(['phq-9'])
  })

  test('fault 313: a lock or a crash in the middle keeps what was handed over, answered and declined', async () => {
    const { api, db, folder, clock, clientId, plan, begin, sessions } = await clientInVault()
    await plan()
    await begin(sessions[0]!.id, ['phq-9'])
    await api.handOver.saveAnswers({ answers: {}, comment: 'Half', declined: ['phq-9'] })
    // The next unlock keeps what was left.
    testFeatures({ db, folder, clock })
    const rows = db.prepare('SELECT instrument_id, declined_by FROM declined_forms').all()
    expect(rows).toEqual([{ instrument_id: 'phq-9', declined_by: 'client' }])
    const kept = db.prepare('SELECT instrument_id, comment FROM responses').all()
    expect(kept).toEqual([{ instrument_id: 'phq-9', comment: 'Half' }])
    expect(clientId).toBe(db.prepare('SELECT client_id FROM declined_forms').pluck().get())
  })

  test('each change is in the audit log once, and none if nothing changed', async () => {
    const { api, clientId, plan, kinds } = await clientInVault()
    await plan()
    await plan()
    const form = { clientId, instrumentId: 'phq-9' }
    await api.formPlans.decline(form)
    await api.formPlans.decline(form)
    await api.formPlans.askAgain(form)
    await api.formPlans.askAgain(form)
    expect(kinds()).toEqual(['form-plan-changed', 'form-declined', 'form-asked-again'])
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FormRhythm } from '#shared/records/form-plan.ts'
import type { SessionStatus } from '#shared/records/session.ts'
import { clientExportSchema } from '#shared/rights/client-export.ts'
import { writeArchive } from '../../archive/write-archive.ts'
import { answersOf, clientEntry, sessionLog } from '../../testing/entries.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createTestVault, rightPassphrase } from '../../testing/test-vault.ts'

const days = ['2026-03-02', '2026-03-04', '2026-03-06', '2026-03-09', '2026-03-11']

async function vaultWithClient(isOn = true) {
  const vault = createTestVault()
  const { api, db } = vault
  const client = await api.clients.create(clientEntry({ code: 'Fern' }))
  if (isOn) await api.foresight.setOn({ isOn })
  const save = async (number: number, status: SessionStatus = 'held', clientId: string = client.id) => {
    const log = sessionLog(clientId, { session: { number, status, date: days[number - 1] } })
    await api.sessions.save({ log, expectedRevision: 0 })
    return log.session.id
  }
  /** The client rates every question of the alliance alike. */
  const rate = async (sessionId: string, value: number) => {
    await api.handOver.begin({ sessionId })
    const answers = answersOf({ goals: value, tasks: value, bond: value, overall: value })
    await api.handOver.saveAnswers({ answers: { 'attune-alliance-client': answers }, comment: '' })
    await api.handOver.finish({ stopped: false })
    await api.handOver.return({ passphrase: rightPassphrase })
  }
  const ofSession = (sessionId: string) => api.foresight.ofSession({ sessionId })
  const archived = (): unknown[] =>
    JSON.parse(writeArchive(db, { now: new Date('2026-03-20T15:00:00.000Z'), zone: 'UTC' })).foresights
  const exported = async () => {
    const file = join(temporaryFolder(), 'export.json')
    const token = vault.grant('client-export', file)
    await api.rights.exportClient({ clientId: client.id, format: 'json', token })
    return clientExportSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).foresights
  }
  const entries = (): unknown[] =>
    db.prepare(`SELECT session_id FROM audit_entries WHERE kind = 'foresight-sealed'`).pluck().all()
  return { ...vault, client, save, rate, ofSession, archived, exported, entries }
}

describe('what the therapist foresees', () => {
  test('is not asked for until it is switched on, and not while it is off again', async () => {
    const { api, save, ofSession } = await vaultWithClient(false)
    const sessionId = await save(1)
    const nothing = { asked: null, isForeseen: false, opened: null }
    expect(await api.foresight.get()).toEqual({ isOn: false })
    expect(await ofSession(sessionId)).toEqual(nothing)
    await expect(api.foresight.seal({ sessionId, foreseen: 'same' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await api.foresight.setOn({ isOn: true })
    expect(await ofSession(sessionId)).toEqual({
      ...nothing,
      asked: { title: 'Alliance', leastChange: 0.5 },
    })
    await api.foresight.setOn({ isOn: false })
    expect(await ofSession(sessionId)).toEqual(nothing)
  })

  test('is asked only after the newest session that took place', async () => {
    const { save, ofSession } = await vaultWithClient()
    const first = await save(1)
    const missed = await save(2, 'no-show')
    expect((await ofSession(missed)).asked).toBeNull()
    // What came after it is known already.
    expect((await ofSession(first)).asked).toBeNull()
    const third = await save(3)
    await save(4, 'cancelled-by-client')
    await save(5, 'planned')
    expect((await ofSession(third)).asked).not.toBeNull()
  })

  test('fault 358: is not asked when the next session has no such rating: declined, not given, not due, or ended', async () => {
    const { api, client, save, rate, ofSession } = await vaultWithClient()
    const sessionId = await save(1)
    const isAsked = async () => (await ofSession(sessionId)).asked !== null
    const form = { clientId: client.id, instrumentId: 'attune-alliance-client' }
    const plan = (rhythm: FormRhythm) =>
      api.formPlans.set({ ...form, plan: { rhythm, moment: 'after', lastDay: null } })
    expect(await isAsked()).toBe(true)
    await api.formPlans.decline(form)
    expect(await isAsked()).toBe(false)
    await expect(api.foresight.seal({ sessionId, foreseen: 'same' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await api.formPlans.askAgain(form)
    // Due now: if the client still answers it in this session, it is not due in the next one.
    await plan({ kind: 'every-nth', n: 2 })
    expect(await isAsked()).toBe(false)
    await rate(sessionId, 6)
    expect(await isAsked()).toBe(false)
    await plan({ kind: 'monthly' })
    expect(await isAsked()).toBe(false)
    await plan({ kind: 'every-session' })
    expect(await isAsked()).toBe(true)
    await api.clients.setForms({ id: client.id, instrumentIds: ['phq-9'] })
    expect(await isAsked()).toBe(false)
    await api.clients.setForms({ id: client.id, instrumentIds: ['attune-alliance-client'] })
    expect(await isAsked()).toBe(true)
    const { id, code, revision } = await api.clients.get({ id: client.id })
    const ended = clientEntry({ id, code, status: 'ended' })
    await api.clients.update({ entry: ended, expectedRevision: revision })
    expect(await isAsked()).toBe(false)
  })

  test('a form that comes every second session is asked about once it is due in the next one', async () => {
    const { api, client, save, rate, ofSession } = await vaultWithClient()
    const form = { clientId: client.id, instrumentId: 'attune-alliance-client' }
    const rhythm = { kind: 'every-nth', n: 2 } as const
    await api.formPlans.set({ ...form, plan: { rhythm, moment: 'after', lastDay: null } })
    await rate(await save(1), 6)
    expect((await ofSession(await save(2))).asked).not.toBeNull()
  })

  test('fictional clients are asked about, and count only where there is no real one', async () => {
    const { api, client, save, ofSession } = await vaultWithClient()
    await api.sample.load()
    const asked: string[] = []
    for (const { client: listed } of await api.clients.list()) {
      if (!listed.isFictional || asked.length > 0) continue
      const { sessions } = await api.clients.overview({ id: listed.id })
      for (const id of sessions.id) if ((await ofSession(id)).asked !== null) asked.push(id)
    }
    expect(asked).toHaveLength(1)
    await api.foresight.seal({ sessionId: asked[0]!, foreseen: 'same' })
    await api.foresight.seal({ sessionId: await save(1), foreseen: 'lower' })
    expect(await api.foresight.sums()).toMatchObject({ sealed: 1, opened: 0 })
    await api.rights.erase({ clientId: client.id, typedCode: 'Fern' })
    expect(await api.foresight.sums()).toMatchObject({ sealed: 1, opened: 0 })
    await api.sample.remove()
    expect(await api.foresight.sums()).toMatchObject({ sealed: 0, opened: 0 })
  })

  test('fault 315: is neither changed nor read before it opens, by no operation and in no file', async () => {
    const { api, db, client, save, ofSession, archived, exported, entries } = await vaultWithClient()
    const sessionId = await save(1)
    await api.foresight.seal({ sessionId, foreseen: 'lower' })
    const sealed = { asked: null, isForeseen: true, opened: null }
    expect(await ofSession(sessionId)).toEqual(sealed)
    // A second answer is taken alike, whether it is the same or not, and changes nothing.
    const answers: unknown[] = []
    for (const foreseen of ['lower', 'higher'] as const) {
      answers.push(await api.foresight.seal({ sessionId, foreseen }))
      expect(await ofSession(sessionId)).toEqual(sealed)
    }
    expect(answers[0]).toEqual(answers[1])
    const kept = () => db.prepare('SELECT foreseen FROM foresights').pluck().all()
    expect(kept()).toEqual(['lower'])
    expect(() => db.exec(`UPDATE foresights SET foreseen = 'same'`)).toThrow('never changed')
    expect(kept()).toEqual(['lower'])
    expect(entries()).toEqual([sessionId])
    const shown = [
      await api.sessions.get({ id: sessionId }),
      await api.clients.overview({ id: client.id }),
      await api.reports.read({ clientId: client.id }),
      await api.foresight.sums(),
    ]
    expect(JSON.stringify(shown)).not.toMatch(/foreseen":"|:"lower"/)
    expect(archived()).toEqual([])
    expect(await exported()).toEqual([])
  })

  test('is opened by the client’s next rating, once, and is then in the archive and in the client’s export', async () => {
    const { api, save, rate, ofSession, archived, exported } = await vaultWithClient()
    const first = await save(1)
    await api.foresight.seal({ sessionId: first, foreseen: 'higher' })
    await rate(first, 6)
    const second = await save(2)
    expect(await ofSession(second)).toMatchObject({ opened: null })
    await rate(second, 4)
    expect((await ofSession(second)).opened).toEqual({
      foreseen: 'higher',
      number: 1,
      title: 'Alliance',
      came: true,
      rated: { direction: 'lower', before: 6, after: 4 },
    })
    expect(await ofSession(first)).toMatchObject({ isForeseen: true, opened: null })
    await rate(await save(3), 9)
    expect((await ofSession(second)).opened?.rated).toEqual({ direction: 'lower', before: 6, after: 4 })
    expect(archived()).toMatchObject([{ sessionId: first, foreseen: 'higher', scaleId: 'alliance' }])
    expect(await exported()).toEqual(archived())
  })

  test('is opened by a session that was missed, and waits through one that was cancelled in time', async () => {
    const { api, save, ofSession, archived } = await vaultWithClient()
    await api.foresight.seal({ sessionId: await save(1), foreseen: 'absent' })
    const cancelled = await save(2, 'cancelled-by-client')
    expect((await ofSession(cancelled)).opened).toBeNull()
    expect(archived()).toEqual([])
    expect(await api.foresight.sums()).toMatchObject({ sealed: 1, opened: 0 })
    const missed = await save(3, 'no-show')
    expect((await ofSession(missed)).opened).toMatchObject({ foreseen: 'absent', came: false, rated: null })
    expect(archived()).toHaveLength(1)
    expect(await api.foresight.sums()).toMatchObject({
      isOn: true,
      sealed: 0,
      opened: 1,
      rating: { n: 0, clients: 0, result: null },
      coming: { n: 1, clients: 1, result: null },
    })
  })

  test('the files leave out what the screens call sealed, whatever became of the sessions', async () => {
    const statuses = ['held', 'no-show', 'cancelled-by-client', 'begun', 'planned'] as const
    for (const [second, third] of statuses.flatMap((one) => statuses.map((other) => [one, other] as const))) {
      const { api, save, rate, archived } = await vaultWithClient()
      await api.foresight.seal({ sessionId: await save(1), foreseen: 'same' })
      await save(2, second)
      const last = await save(3, third)
      if (third === 'held') await rate(last, 5)
      const { sealed, opened } = await api.foresight.sums()
      expect(sealed + opened).toBe(1)
      expect(archived(), `${second}, ${third}`).toHaveLength(opened)
    }
  })

  test('fault 317: it goes with a removed session, comes back with an Undo, and moves with a moved one', async () => {
    const { api, db, save, ofSession } = await vaultWithClient()
    const sessionId = await save(1)
    await api.foresight.seal({ sessionId, foreseen: 'absent' })
    const kept = () => db.prepare('SELECT session_id, foreseen FROM foresights').raw().all()
    await api.sessions.remove({ id: sessionId })
    expect(kept()).toEqual([])
    expect(await api.foresight.sums()).toMatchObject({ sealed: 0, opened: 0 })
    await api.sessions.undoRemoval({ id: sessionId })
    expect(kept()).toEqual([[sessionId, 'absent']])
    const to = await api.clients.create(clientEntry({ code: 'Moss' }))
    const { revision } = await api.sessions.get({ id: sessionId })
    await api.sessions.move({ id: sessionId, toClientId: to.id, expectedRevision: revision })
    const missed = await save(2, 'no-show', to.id)
    expect((await ofSession(missed)).opened).toMatchObject({ foreseen: 'absent', number: 1 })
    await api.rights.erase({ clientId: to.id, typedCode: 'Moss' })
    expect(kept()).toEqual([])
  })

  test('a session that is not there has none', async () => {
    const { api, ofSession } = await vaultWithClient()
    const nobody = '00000000-0000-4000-8000-000000000000'
    await expect(ofSession(nobody)).rejects.toMatchObject({ code: 'not-found' })
    await expect(api.foresight.seal({ sessionId: nobody, foreseen: 'same' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

import { expect, test } from 'vitest'
import { leadCourse } from '#shared/overview/build-overview.ts'
import { unpackOverview } from '#shared/overview/packed-overview.ts'
import { countsInCourse } from '#shared/records/session.ts'
import { answersOf, clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase, type TestVault } from '../../testing/test-vault.ts'

async function rateSession({ api }: TestVault, clientId: string, number: number, rating: number) {
  const therapist = { goals: rating + 1, tasks: rating + 1, bond: rating + 1, overall: rating + 1 }
  const log = sessionLog(clientId, {
    session: { number },
    responses: [therapistResponse('attune-alliance-therapist', therapist)],
  })
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.handOver.begin({ sessionId: log.session.id })
  const answers = answersOf({ goals: rating, tasks: rating, bond: rating, overall: rating })
  await api.handOver.saveAnswers({ answers: { 'attune-alliance-client': answers }, comment: '' })
  await api.handOver.finish({ stopped: false })
  await api.handOver.return({ passphrase: rightPassphrase })
}

test('a vault without clients has an empty practice', async () => {
  const { api } = createTestVault()
  expect(await api.practice.get()).toMatchObject({ basis: 'own', clients: 0, sessionsHeld: 0 })
})

test('fictional clients count only as long as there is no other, and then it is said', async () => {
  const vault = createTestVault()
  await vault.api.sample.load()
  const before = await vault.api.practice.get()
  expect(before).toMatchObject({ basis: 'fictional' })
  expect(before.measures.completion.whole.interval).not.toBeNull()
  const client = await vault.api.clients.create(clientEntry({ code: 'K-07' }))
  await rateSession(vault, client.id, 1, 7)
  const after = await vault.api.practice.get()
  expect(after).toMatchObject({ basis: 'own', clients: 1, sessionsHeld: 1 })
  expect(after.measures.completion.whole).toMatchObject({ n: 1, clients: 1, count: 1, interval: null })
})

test('the practice is the sum of what the clients’ pages show', async () => {
  const { api } = createTestVault()
  await api.sample.load()
  const sum = { held: 0, rated: 0, ruptures: 0, noted: 0, over: 0, repaired: 0, pairs: 0 }
  for (const { client } of await api.clients.list()) {
    const overview = unpackOverview(await api.clients.overview({ id: client.id }))
    const past = overview.sessions.filter(({ status }) => countsInCourse(status))
    const held = past.filter(({ status }) => status === 'held')
    sum.held += held.length
    sum.rated += held.filter(({ scores }) =>
      Object.keys(scores).some((id) => id.startsWith('client/')),
    ).length
    const course = leadCourse(overview)
    sum.pairs += course?.congruence?.n ?? 0
    for (const { verdict, at } of course?.episodes.client ?? []) {
      if (verdict.level !== 'rupture') continue
      const last = at.end ?? past.at(-1)?.number ?? 0
      sum.ruptures += 1
      sum.over += verdict.state === 'open' ? 0 : 1
      sum.repaired += verdict.state === 'repaired' ? 1 : 0
      const isNoted = past.some(
        ({ ruptureNote, number }) => ruptureNote !== null && number > at.peak && number <= last,
      )
      sum.noted += isNoted ? 1 : 0
    }
  }
  expect(sum.ruptures).toBeGreaterThan(3)
  const { measures, sessionsHeld } = await api.practice.get()
  expect(sessionsHeld).toBe(sum.held)
  expect(measures).toMatchObject({
    completion: { whole: { n: sum.held, count: sum.rated } },
    ruptures: { whole: { count: sum.ruptures } },
    noted: { whole: { n: sum.ruptures, count: sum.noted } },
    repaired: { whole: { n: sum.over, count: sum.repaired } },
    difference: { whole: { n: sum.pairs } },
    distance: { whole: { n: sum.pairs } },
  })
})

test('the difference is the therapist’s rating minus the client’s, from forms with the same questions', async () => {
  const vault = createTestVault()
  for (const code of ['A', 'B', 'C', 'D', 'E']) {
    const client = await vault.api.clients.create(clientEntry({ code }))
    for (let number = 1; number <= 6; number += 1) await rateSession(vault, client.id, number, 6)
  }
  const { measures } = await vault.api.practice.get()
  expect(measures.difference.whole).toMatchObject({ n: 30, clients: 5, interval: { value: 1 } })
  expect(measures.distance.whole.interval?.value).toBe(1)
})

test('a changed parameter of the rule is reported with the practice', async () => {
  const { api } = createTestVault()
  expect((await api.practice.get()).hasOwnRule).toBe(false)
  const { parameters, crisisText } = await api.ruleSettings.get()
  await api.ruleSettings.update({ parameters: { ...parameters, windowSessions: 4 }, crisisText })
  expect((await api.practice.get()).hasOwnRule).toBe(true)
})

test('a save is answered while the practice is being added up, and an erased client leaves no trace in it', async () => {
  const vault = createTestVault()
  await vault.api.sample.load()
  const clients = await vault.api.clients.list()
  const done: string[] = []
  const practice = vault.api.practice.get().then((found) => {
    done.push('practice')
    return found
  })
  const log = sessionLog(clients[0]!.client.id, { session: { number: 500 } })
  await vault.api.sessions.save({ log, expectedRevision: 0 }).then(() => done.push('save'))
  await vault.api.rights.erase({ clientId: clients[1]!.client.id, typedCode: clients[1]!.client.code })
  expect((await practice).clients).toBeGreaterThan(0)
  expect(done[0]).toBe('save')
  expect((await vault.api.practice.get()).clients).toBe(clients.length - 1)
})

test('nobody reads the practice while a client has the form', async () => {
  const vault = createTestVault()
  const client = await vault.api.clients.create(clientEntry())
  const log = sessionLog(client.id)
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  await vault.api.handOver.begin({ sessionId: log.session.id })
  await expect(vault.api.practice.get()).rejects.toThrow('not-available')
})

test('a lock while the practice is being added up ends it', async () => {
  const { api, db } = createTestVault()
  await api.sample.load()
  const practice = expect(api.practice.get()).rejects.toThrow('not-available')
  db.close()
  await practice
})

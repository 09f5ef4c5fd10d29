import { expect, test } from 'vitest'
import { explainCourses } from '#shared/overview/explain-course.ts'
import { initialRuleParameters } from '#shared/rule-settings/rule-parameters.ts'
import { clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { assetsFolder, createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { readClientRecord } from '../client-record.ts'
import { createRecords } from '../records.ts'

const series = 'therapist/attune-alliance-therapist/alliance'
const ratings = [7, 8, 7, 6, 7, 8, 7, 6, 7] as const

const recordsOf = ({ db, clock }: TestVault) =>
  createRecords(
    { db, now: () => clock.now, zone: () => 'Europe/Oslo' },
    { assetsFolder, onRisk: () => undefined },
  )

async function addClient({ api }: TestVault, code: string, values: readonly number[] = ratings) {
  const client = await api.clients.create(clientEntry({ code }))
  for (const [index, value] of values.entries()) {
    const answers = { goals: value, tasks: value, bond: value, overall: value }
    const responses = [therapistResponse('attune-alliance-therapist', answers)]
    const log = sessionLog(client.id, { session: { number: index + 1 }, responses })
    await api.sessions.save({ log, expectedRevision: 0 })
  }
  return client
}

const codes = Array.from({ length: 10 }, (_, index) => `Client ${String.fromCharCode(65 + index)}`)

test('the usual spread within clients is known from ten clients on, and follows a save and an erasure', async () => {
  const vault = createTestVault()
  for (const code of codes.slice(0, 9)) await addClient(vault, code)
  const pooled = () => recordsOf(vault).ownSpreads.reader()(series)
  expect(pooled()).toBeNull()
  const last = await addClient(vault, 'Client J')
  const known = pooled()
  // By hand: squares 4, products with the position -4, 60 of the positions, 7 degrees of freedom.
  expect(known).toBeCloseTo(Math.sqrt((4 - 4 ** 2 / 60) / 7), 10)
  // A client with few ratings changes nothing, and neither does a session without one.
  await addClient(vault, 'Client K', [1, 9, 1])
  await vault.api.sessions.save({
    log: sessionLog(last.id, { session: { number: 10 } }),
    expectedRevision: 0,
  })
  expect(pooled()).toBe(known)
  vault.db.prepare('DELETE FROM clients WHERE id = ?').run(last.id)
  expect(pooled()).toBeNull()
})

test('the yardstick of a fall is drawn towards it, and the fall says so', async () => {
  const vault = createTestVault()
  for (const code of codes) await addClient(vault, code)
  const fallen = await addClient(vault, 'Client L', [...ratings, 7, 1])
  const { sessions, series: all } = readClientRecord(recordsOf(vault), fallen.id)
  const courses = explainCourses(
    all,
    {
      numbers: sessions.map(({ number }) => number),
      valuesOf: (id) => sessions.map(({ scores }) => scores[id] ?? null),
    },
    initialRuleParameters,
  )
  expect(courses.flatMap(({ episodes }) => episodes.therapist)).toMatchObject([
    { at: { trough: 11 }, values: { knownFrom: 'pooled', knownSource: null } },
  ])
})

test('fictional clients are left out, so that they never change a real one', async () => {
  const vault = createTestVault()
  for (const code of codes) await addClient(vault, code)
  vault.db.exec('UPDATE clients SET is_fictional = 1')
  const records = recordsOf(vault)
  vault.db.exec('UPDATE score_state SET scoring = 0')
  while (records.clientScores.rebuildNext());
  expect(vault.db.prepare('SELECT count(*) FROM own_spreads').pluck().get()).toBe(0)
})

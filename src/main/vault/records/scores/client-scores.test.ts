import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginReadingOnly } from '../../database/change.ts'
import { answersOf, clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { assetsFolder, createTestVault, rightPassphrase, type TestVault } from '../../testing/test-vault.ts'
import { createRecords } from '../records.ts'
import { scoringVersion } from './score.repository.ts'

/** The rows of all scores with what each of them is of, as text. */
function storedScores({ db }: TestVault): string[] {
  return db
    .prepare(
      `SELECT client_id || ' ' || number || ' ' || status || ' ' || date || ' ' || columns || ' ' || scores
       FROM session_scores JOIN score_layouts ON layout = score_layouts.id ORDER BY client_id, number`,
    )
    .pluck()
    .all()
    .map(String)
}

const missing = 'DELETE FROM session_scores; DELETE FROM score_layouts; UPDATE score_state SET scoring = 0'

/** What computes missing scores, as after an unlock. */
function clientScoresOf({ db, clock }: TestVault) {
  const context = { db, now: () => clock.now, zone: () => 'Europe/Oslo' }
  return createRecords(context, { assetsFolder, onRisk: () => undefined }).clientScores
}

/** Removes every score and computes all of them again. */
function rebuilt(vault: TestVault): string[] {
  vault.db.exec(missing)
  const clientScores = clientScoresOf(vault)
  while (clientScores.rebuildNext());
  expect(vault.db.prepare('SELECT scoring FROM score_state').pluck().get()).toBe(scoringVersion)
  return storedScores(vault)
}

const ratings = (value: number | null) =>
  therapistResponse('attune-alliance-therapist', { goals: value, tasks: 8, bond: 7, overall: 6 })
const guess = (value: number) =>
  therapistResponse('attune-emotions-guess', {
    sadness: value,
    anger: 1,
    fear: 2,
    joy: 3,
    calm: 4,
    hope: 5,
  })

async function handOver({ api }: TestVault, sessionId: string, value: number | null) {
  await api.handOver.begin({ sessionId })
  const answers = {
    'attune-alliance-client': answersOf({ goals: value, tasks: 9, bond: 8, overall: 7 }),
    'attune-emotions-client': answersOf({ sadness: value, anger: 1, fear: 2, joy: 3, calm: 4, hope: 5 }),
  }
  await api.handOver.saveAnswers({ answers, comment: '' })
  await api.handOver.finish({ stopped: false })
  await api.handOver.return({ passphrase: rightPassphrase })
}

test('a save stores the scores of its session, and a correction replaces them', async () => {
  const vault = createTestVault()
  const client = await vault.api.clients.create(clientEntry())
  const log = sessionLog(client.id, { responses: [ratings(9)] })
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  expect(storedScores(vault)).toEqual([expect.stringContaining('[7.5,7,9,6,8]')])
  const corrected = sessionLog(client.id, { session: log.session, responses: [ratings(null)] })
  await vault.api.sessions.save({ log: corrected, expectedRevision: 1 })
  expect(storedScores(vault)).toEqual([expect.stringContaining('[null,7,null,6,8]')])
})

test('a session that gets another number keeps one row', async () => {
  const vault = createTestVault()
  const client = await vault.api.clients.create(clientEntry())
  const log = sessionLog(client.id)
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  const moved = { ...log, session: { ...log.session, number: 4 } }
  await vault.api.sessions.save({ log: moved, expectedRevision: 1 })
  expect(storedScores(vault)).toEqual([expect.stringContaining(`${client.id} 4 held`)])
})

test('the client’s emotions have no stored score before the guess is sealed', async () => {
  const vault = createTestVault()
  const client = await vault.api.clients.create(clientEntry())
  const log = sessionLog(client.id)
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  await handOver(vault, log.session.id, 6)
  expect(storedScores(vault)[0]).not.toContain('attune-emotions-client')
  const stored = await vault.api.sessions.get({ id: log.session.id })
  const sealed = sessionLog(client.id, {
    session: { ...log.session, guess: 'sealed' },
    responses: [guess(4)],
  })
  await vault.api.sessions.save({ log: sealed, expectedRevision: stored.revision })
  expect(storedScores(vault)[0]).toContain('attune-emotions-client')
})

test('fault 136: a change that fails leaves the scores as they were', async () => {
  const vault = createTestVault()
  const client = await vault.api.clients.create(clientEntry())
  const log = sessionLog(client.id, { responses: [ratings(9)] })
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  const before = storedScores(vault)
  vault.db.exec(
    `CREATE TEMP TRIGGER refuse BEFORE INSERT ON audit_entries BEGIN SELECT raise(ABORT, 'no'); END`,
  )
  const corrected = sessionLog(client.id, { session: log.session, responses: [ratings(2)] })
  await expect(vault.api.sessions.save({ log: corrected, expectedRevision: 1 })).rejects.toThrow()
  vault.db.exec('DROP TRIGGER refuse')
  expect(storedScores(vault)).toEqual(before)
})

test('an erased client has no scores', async () => {
  const vault = createTestVault()
  const client = await vault.api.clients.create(clientEntry())
  await vault.api.sessions.save({
    log: sessionLog(client.id, { responses: [ratings(9)] }),
    expectedRevision: 0,
  })
  await vault.api.rights.erase({ clientId: client.id, typedCode: client.code })
  expect(storedScores(vault)).toEqual([])
})

test('fault 137: a vault without scores shows the same as before, also if computing them was broken off', async () => {
  const vault = createTestVault()
  await vault.api.sample.load()
  const list = await vault.api.attention.list()
  expect(list.reasons.flat().length).toBeGreaterThan(0)
  const stored = storedScores(vault)
  vault.db.exec(missing)
  expect(await vault.api.attention.list()).toEqual(list)
  const clientScores = clientScoresOf(vault)
  for (let client = 0; client < 3; client += 1) clientScores.rebuildNext()
  // A lock here loses the place, and the next unlock begins again.
  expect(storedScores(vault).length).toBeLessThan(stored.length)
  expect(await vault.api.attention.list()).toEqual(list)
  expect(rebuilt(vault)).toEqual(stored)
  expect(await vault.api.attention.list()).toEqual(list)
})

test('while the vault may not be changed, scores are computed and not stored', async () => {
  const vault = createTestVault()
  await vault.api.sample.load()
  const list = await vault.api.attention.list()
  vault.db.exec(missing)
  beginReadingOnly(vault.db)
  expect(await vault.api.attention.list()).toEqual(list)
  expect(() => clientScoresOf(vault).rebuildNext()).toThrow('read-only')
  vault.db.pragma('query_only = OFF')
})

test('the questionnaires of a client’s page come from the stored scores', async () => {
  const { api, db } = createTestVault()
  await api.sample.load()
  const clients = await api.clients.list()
  const { id } = clients.find(({ client }) => client.code === 'Driftwood')!.client
  const totals = async () => (await api.clients.overview({ id })).outcomes[0]!.scores
  const before = await totals()
  const { number, scores, columns } = db
    .prepare(
      `SELECT number, scores, columns FROM session_scores JOIN score_layouts ON layout = score_layouts.id
       WHERE client_id = ? AND columns LIKE '%"phq-9"%' ORDER BY number LIMIT 1`,
    )
    .get(id) as { number: number; scores: string; columns: string }
  const place = (JSON.parse(columns) as string[][]).findIndex((column) => column[1] === 'phq-9')
  const changed = (JSON.parse(scores) as number[]).with(place, 1)
  db.prepare('UPDATE session_scores SET scores = ? WHERE client_id = ? AND number = ?').run(
    JSON.stringify(changed),
    id,
    number,
  )
  const after = await totals()
  expect(after).toEqual(before.with(number - 1, 1))
  expect(after).not.toEqual(before)
})

type Step =
  | { kind: 'save'; session: number; value: number | null; number: number; isSealed: boolean }
  | { kind: 'handOver'; session: number; value: number | null }

const value = fc.option(fc.integer({ min: 0, max: 10 }))
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('save' as const),
    session: fc.integer({ min: 0, max: 2 }),
    value,
    number: fc.integer({ min: 1, max: 4 }),
    isSealed: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('handOver' as const), session: fc.integer({ min: 0, max: 2 }), value }),
)

test('after any order of saves, corrections and hand-overs the stored scores are those computed again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
      const vault = createTestVault()
      const client = await vault.api.clients.create(clientEntry())
      const ids = [randomUUID(), randomUUID(), randomUUID()]
      for (const each of steps) {
        const id = ids[each.session]!
        const stored = await vault.api.sessions.get({ id }).catch(() => null)
        if (each.kind === 'handOver') {
          if (stored) await handOver(vault, id, each.value)
          continue
        }
        const guessed = each.isSealed ? { guess: 'sealed' } : {}
        const log = sessionLog(client.id, {
          session: { id, number: each.number, ...guessed },
          responses: [ratings(each.value), ...(each.isSealed ? [guess(4)] : [])],
        })
        // Two sessions can't have one number, and a sealed guess can't be changed: such a save is refused.
        await vault.api.sessions.save({ log, expectedRevision: stored?.revision ?? 0 }).catch(() => null)
      }
      const kept = storedScores(vault)
      expect(rebuilt(vault)).toEqual(kept)
    }),
    { numRuns: 12, seed: 35 },
  )
})

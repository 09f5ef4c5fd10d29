import { expect, test } from 'vitest'
import { answersOf, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { rightPassphrase } from '../../testing/test-vault.ts'
import { vaultWithClient } from './testing/vault-with-client.ts'

const guess = (sadness: number) =>
  therapistResponse('attune-emotions-guess', { sadness, anger: 2, fear: 1, joy: 3, calm: 4, hope: 5 })

async function handedOver(guessed: unknown[]) {
  const vault = await vaultWithClient()
  const log = sessionLog(vault.client.id, { responses: guessed })
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  await vault.api.handOver.begin({ sessionId: log.session.id })
  await vault.api.handOver.saveAnswers({
    answers: { 'attune-emotions-client': answersOf({ sadness: 8, anger: 1 }) },
    comment: '',
  })
  await vault.api.handOver.finish({ stopped: false })
  await vault.api.handOver.return({ passphrase: rightPassphrase })
  return { ...vault, log }
}

test('the client’s emotions stay hidden until the guess is sealed, in the session, its versions and the overview', async () => {
  const { api, log, client } = await handedOver([])
  const hidden = await api.sessions.get({ id: log.session.id })
  expect(hidden.hasHiddenEmotions).toBe(true)
  expect(hidden.responses.map(({ instrumentId }) => instrumentId)).not.toContain('attune-emotions-client')
  const overview = await api.clients.overview({ id: client.id })
  expect(overview.series.map(({ id }) => id)).not.toContain('client/attune-emotions-client/negative')

  const guessed = {
    session: { ...log.session, guess: 'open' as const },
    responses: [guess(5)],
    ruptureNote: null,
    events: [],
  }
  const withGuess = sessionLog(client.id, guessed)
  expect(await api.sessions.save({ log: withGuess, expectedRevision: 1 })).toMatchObject({
    hasHiddenEmotions: true,
  })
  expect(JSON.stringify(await api.sessions.versions({ id: log.session.id }))).not.toContain(
    'attune-emotions-client',
  )

  const sealed = { ...withGuess, session: { ...withGuess.session, guess: 'sealed' as const } }
  const shown = await api.sessions.save({ log: sealed, expectedRevision: 2 })
  expect(shown.hasHiddenEmotions).toBe(false)
  expect(shown.responses.map(({ instrumentId }) => instrumentId)).toContain('attune-emotions-client')
})

test('skipping the guess shows the rating, and then no guess is possible', async () => {
  const { api, log, client } = await handedOver([])
  const skipped = { ...log, session: { ...log.session, guess: 'skipped' as const } }
  expect(await api.sessions.save({ log: skipped, expectedRevision: 1 })).toMatchObject({
    hasHiddenEmotions: false,
  })
  const late = sessionLog(client.id, { session: { ...log.session, guess: 'open' }, responses: [guess(8)] })
  await expect(api.sessions.save({ log: late, expectedRevision: 2 })).rejects.toMatchObject({
    code: 'guess-sealed',
  })
})

test('handing over seals an existing guess, and a sealed guess can’t be changed or taken back', async () => {
  const { api, log, client } = await handedOver([guess(5)])
  const stored = await api.sessions.get({ id: log.session.id })
  expect(stored.session.guess).toBe('sealed')
  expect(stored.hasHiddenEmotions).toBe(false)
  for (const responses of [[guess(8)], []]) {
    const changed = sessionLog(client.id, { session: log.session, responses })
    await expect(api.sessions.save({ log: changed, expectedRevision: 1 })).rejects.toMatchObject({
      code: 'guess-sealed',
    })
  }
})

test('a correction by the therapist leaves the client’s own responses unchanged', async () => {
  const { api, log } = await handedOver([guess(5)])
  const stored = await api.sessions.get({ id: log.session.id })
  const noted = { ...log, session: { ...stored.session, notes: 'later' } }
  const saved = await api.sessions.save({ log: noted, expectedRevision: stored.revision })
  const own = ({ rater }: { rater: string }) => rater === 'client'
  expect(saved.responses.filter(own)).toEqual(stored.responses.filter(own))
})

test('a sealed guess can’t get a second one, another occasion or another comment', async () => {
  const { api, log, client } = await handedOver([guess(5)])
  const stored = await api.sessions.get({ id: log.session.id })
  const mine = stored.responses.filter(({ rater }) => rater === 'therapist')
  const save = (responses: unknown[]) =>
    api.sessions.save({
      log: sessionLog(client.id, { session: stored.session, responses }),
      expectedRevision: stored.revision,
    })
  await expect(save([...mine, { ...guess(9), occasion: 'before' }])).rejects.toMatchObject({
    code: 'guess-sealed',
  })
  await expect(save(mine.map((one) => ({ ...one, comment: 'as I thought' })))).rejects.toMatchObject({
    code: 'guess-sealed',
  })
})

test('a session that the client has rated can’t be moved into the future', async () => {
  const { api, log } = await handedOver([guess(5)])
  const stored = await api.sessions.get({ id: log.session.id })
  const cancelled = {
    ...log,
    responses: log.responses,
    session: { ...stored.session, status: 'late-cancel' as const },
  }
  const saved = await api.sessions.save({ log: cancelled, expectedRevision: stored.revision })
  const moved = {
    ...cancelled,
    session: { ...saved.session, status: 'planned' as const, date: '2026-04-03' },
  }
  await expect(api.sessions.save({ log: moved, expectedRevision: saved.revision })).rejects.toMatchObject({
    code: 'rated-in-future',
  })
})

import { expect, test } from 'vitest'
import { answersOf, clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase } from '../../testing/test-vault.ts'

type Rating = number | 'missed' | 'not rated' | 'planned'

/** Today's episodes of a client with these alliance ratings, session by session, and these changes to the entry. */
async function episodesAfter(ratings: readonly Rating[], entry: object = {}) {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry({ code: 'K-07', ...entry }))
  for (const [index, rating] of ratings.entries()) {
    const status = rating === 'missed' ? 'no-show' : rating === 'planned' ? 'planned' : 'held'
    const therapist = { goals: 10, tasks: 10, bond: 10, overall: 10 }
    const log = sessionLog(client.id, {
      session: { number: index + 1, status, date: status === 'planned' ? '2026-03-27' : '2026-03-16' },
      // The therapist's own rating never replaces the client's.
      responses: status === 'held' ? [therapistResponse('attune-alliance-therapist', therapist)] : [],
    })
    await api.sessions.save({ log, expectedRevision: 0 })
    if (typeof rating !== 'number') continue
    await api.handOver.begin({ sessionId: log.session.id })
    const answers = answersOf({ goals: rating, tasks: rating, bond: rating, overall: rating })
    await api.handOver.saveAnswers({ answers: { 'attune-alliance-client': answers }, comment: '' })
    await api.handOver.finish({ stopped: false })
    await api.handOver.return({ passphrase: rightPassphrase })
  }
  return (await api.today.get()).episodes
}

const steady = [8, 9, 8, 9, 8, 9, 8, 9] as const

test('Today shows a fall in the client’s own ratings with its session and depth', async () => {
  expect(await episodesAfter([...steady, 2])).toMatchObject([
    { clientCode: 'K-07', troughNumber: 9, troughScore: 2, state: 'open' },
  ])
})

test('Today shows no repaired fall, no steady course and no client whose therapy has ended', async () => {
  expect(await episodesAfter([...steady, 2, 8, 9, 8])).toEqual([])
  expect(await episodesAfter(steady)).toEqual([])
  expect(await episodesAfter([...steady, 2], { status: 'ended' })).toEqual([])
})

test('a session without the client’s rating does not count as a rating, and keeps its number', async () => {
  const [episode] = await episodesAfter([8, 'missed', 9, 8, 'not rated', 9, 8, 9, 8, 9, 2, 'planned'])
  expect(episode).toMatchObject({ troughNumber: 11, troughScore: 2, ratings: 8 })
})

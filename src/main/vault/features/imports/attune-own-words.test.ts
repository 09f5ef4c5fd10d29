import { expect, test } from 'vitest'
import { createTestVault } from '../../testing/test-vault.ts'
import { exportedFile, exportedFiles } from './testing/exported-files.ts'
import { makeAsh, ownTable, planOf, problemsOf, runImport } from './testing/own-table.ts'
import { ownWordsIn, putOwnWords } from './testing/own-words-in.ts'

const nothing = { newSessions: 0, extendedSessions: 0, forms: 0, ownWords: 0, ownRatings: 0, texts: 0 }

test('fault 390: ratings join the goal with the same words; what differs from the vault stays out, by its row', async () => {
  const vault = createTestVault()
  await makeAsh(vault)
  putOwnWords(vault, 'Ash', [{ kind: 'goal', wordings: [{ words: 'Sleep', ratings: [[1, 3]] }] }])
  const file = ownTable(
    { session: 1, value: 5 },
    { session: 2, value: 4 },
    { session: 1, value: 9, kind: 'problem', item: 2 },
    { session: 9, value: 1 },
    { session: 3, value: 1, date: '2026-03-15' },
    { session: 1, value: 1, client: 'Elm' },
  )
  expect(await problemsOf(vault, file)).toEqual([
    [5, 'session-missing'],
    [6, 'other-date'],
    [2, 'other-rating'],
    [7, 'session-missing'],
  ])
  expect(await vault.api.imports.run({ file, leavesOut: false })).toMatchObject({ kind: 'not-done' })
  await runImport(vault, file)
  const now = ownWordsIn(vault, 'Ash')
  expect(now).toEqual([
    {
      kind: 'goal',
      endedOn: null,
      wordings: [
        {
          words: 'Sleep',
          ratings: [
            [1, 3],
            [2, 4],
          ],
        },
      ],
    },
    { kind: 'problem', endedOn: '2026-03-02', wordings: [{ words: 'Sleep', ratings: [[1, 9]] }] },
  ])
  expect(await planOf(vault, file)).toMatchObject({ brings: nothing, unchangedOwnRatings: 2 })
  expect((await vault.api.clients.list()).map(({ client }) => client.code)).toEqual(['Ash'])
})

test('fault 390: two goals in the same words stay two, and a session that was missed here gets no rating', async () => {
  const vault = createTestVault()
  await makeAsh(vault)
  vault.db.exec(`UPDATE sessions SET status = 'no-show' WHERE number = 3`)
  putOwnWords(vault, 'Ash', [
    { kind: 'goal', isEnded: true, wordings: [{ words: 'Sleep', ratings: [[1, 3]] }] },
    { kind: 'goal', wordings: [{ words: 'Sleep', ratings: [[2, 6]] }] },
  ])
  const file = ownTable({ session: 2, value: 6 }, { session: 1, value: 7 }, { session: 3, value: 8 })
  expect(await problemsOf(vault, file)).toEqual([[4, 'not-held']])
  await runImport(vault, file)
  expect(ownWordsIn(vault, 'Ash').map(({ wordings }) => wordings[0]?.ratings)).toEqual([
    [[1, 3]],
    [
      [1, 7],
      [2, 6],
    ],
  ])
})

test('fault 391: wordings come in order, and what a client is asked for stays what it was', async () => {
  const rows = [
    { session: 1, value: 1, words: 'Sleep' },
    { session: 2, value: 2, wording: 2, words: 'Sleep well' },
    { session: 3, value: 3, wording: 3, words: 'Rest' },
  ]
  const wordsIn = async (isEnded: boolean, here: string) => {
    const vault = createTestVault()
    await makeAsh(vault)
    putOwnWords(vault, 'Ash', [{ kind: 'goal', isEnded, wordings: [{ words: here, ratings: [] }] }])
    await runImport(vault, ownTable(...rows))
    return ownWordsIn(vault, 'Ash').map(({ wordings }) => wordings.map(({ words }) => words))
  }
  expect(await wordsIn(false, 'Sleep well')).toEqual([['Sleep', 'Rest', 'Sleep well']])
  expect(await wordsIn(true, 'Sleep well')).toEqual([['Sleep', 'Sleep well', 'Rest']])
  expect(await wordsIn(false, 'Rest')).toEqual([['Sleep', 'Sleep well', 'Rest']])
  expect(await wordsIn(false, 'Work')).toEqual([['Work'], ['Sleep', 'Sleep well', 'Rest']])
})

test('fault 391: any number of goals comes in, and no form asks for one until the therapist says so', async () => {
  const vault = createTestVault()
  const { sessions } = await makeAsh(vault)
  const rows = [1, 2, 3, 4, 5].map((item) => ({ session: 1, value: item, item, words: `Goal ${item}` }))
  await runImport(vault, ownTable(...rows))
  expect(ownWordsIn(vault, 'Ash').map(({ endedOn }) => endedOn)).toEqual(Array(5).fill('2026-03-02'))
  await vault.api.handOver.begin({ sessionId: sessions[2]! })
  expect((await vault.api.handOver.form()).ownWords.asked).toEqual([])
})

test('fault 390: a fictional client’s ratings don’t join those of a real one', async () => {
  const vault = createTestVault()
  await makeAsh(vault)
  expect(await problemsOf(vault, ownTable({ session: 1, value: 5, fictional: 1 }))).toEqual([
    [2, 'client-fictional'],
  ])
})

test('fault 394: a table without its words, or one that doesn’t hold together, is refused with its row', async () => {
  const vault = createTestVault()
  await makeAsh(vault)
  const refusalOf = (row: Parameters<typeof ownTable>[number]) =>
    vault.api.imports.preview(ownTable({ session: 1, value: 5 }, row))
  const refused = (code: string) => ({ kind: 'refused', refusal: { code, row: 3 } })
  expect(await refusalOf({ session: 2, value: 5, words: null })).toEqual(refused('without-words'))
  for (const row of [
    { session: 2, value: 11 },
    { session: 2, value: 0.5 },
    { session: 1, value: 5 },
    { session: 2, value: 5, words: 'Work' },
    { session: 2, value: 5, kind: 'problem' },
    { session: 2, value: 5, item: 0 },
    { session: 1, value: 5, at: '2026-03-16T16:00:00.000Z', date: '2026-03-03' },
  ] as const)
    expect(await refusalOf(row), JSON.stringify(row)).toEqual(refused('damaged'))
})

test('an export without words says that it can’t come back', async () => {
  const vault = createTestVault()
  await makeAsh(vault)
  putOwnWords(vault, 'Ash', [{ kind: 'goal', wordings: [{ words: 'Sleep', ratings: [[1, 3]] }] }])
  const files = await exportedFiles(vault, ['tables'], { withWords: false })
  const text = exportedFile(files, 'ratings-own-words.csv')
  expect(await vault.api.imports.preview({ kind: 'attune', format: 'own-words', text })).toEqual({
    kind: 'refused',
    refusal: { code: 'without-words', row: 2 },
  })
})

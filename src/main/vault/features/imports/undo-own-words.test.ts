import { expect, test } from 'vitest'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { exportedFile, exportedFiles } from './testing/exported-files.ts'
import { makeAsh, ownTable, runImport } from './testing/own-table.ts'
import { ownWordsIn, putOwnWords } from './testing/own-words-in.ts'
import { untilStep } from './testing/until-step.ts'

const file = ownTable(
  { session: 1, value: 3 },
  { session: 2, value: 4, wording: 2, words: 'Sleep well' },
  { session: 3, value: 5, wording: 3, words: 'Rest' },
  { session: 1, value: 9, kind: 'problem', item: 2, words: 'I freeze' },
)

/** The client rates a wording once more in the third session. */
function rateLater({ db }: TestVault, wordingId: string): void {
  db.prepare(
    `INSERT INTO own_ratings SELECT id, ?, client_id, '2026-03-16T17:00:00.000Z', 2 FROM sessions WHERE number = 3`,
  ).run(wordingId)
}

test('undoing takes the ratings, wordings and goals of the import out, and leaves what was there', async () => {
  const vault = createTestVault()
  const { clientId } = await makeAsh(vault)
  putOwnWords(vault, 'Ash', [
    {
      kind: 'goal',
      wordings: [
        { words: 'Sleep well', ratings: [[1, 7]] },
        { words: 'Lie still', ratings: [] },
      ],
    },
  ])
  const before = ownWordsIn(vault, 'Ash')
  const id = await runImport(vault, file)
  expect(ownWordsIn(vault, 'Ash')).toHaveLength(2)
  expect(await vault.api.imports.undo({ id })).toEqual({
    clients: 0,
    sessions: 0,
    forms: 0,
    ownRatings: 4,
    texts: 0,
    kept: 0,
  })
  expect(ownWordsIn(vault, 'Ash')).toEqual(before)
  // The places of the wordings have no gap: another one can be added.
  const [own] = (await vault.api.ownWords.ofClient({ clientId })).ownWords
  rateLater(vault, own!.wordings[1]!.id)
  await vault.api.ownWords.reword({ id: own!.id, words: 'Lie still and breathe' })
  expect(ownWordsIn(vault, 'Ash')[0]?.wordings.map(({ words }) => words)).toEqual([
    'Sleep well',
    'Lie still',
    'Lie still and breathe',
  ])
})

test('fault 393: what was asked for again, rated, reworded or is being typed since stays when an import is undone', async () => {
  const made = async () => {
    const vault = createTestVault()
    const { clientId } = await makeAsh(vault)
    const id = await runImport(vault, file)
    const [goal] = (await vault.api.ownWords.ofClient({ clientId })).ownWords
    return { vault, clientId, id, goal: goal! }
  }
  const asked = await made()
  await asked.vault.api.ownWords.reopen({ id: asked.goal.id })
  expect(await asked.vault.api.imports.undo({ id: asked.id })).toMatchObject({ ownRatings: 4, kept: 1 })
  expect(ownWordsIn(asked.vault, 'Ash').map(({ endedOn, wordings }) => [endedOn, wordings.length])).toEqual([
    [null, 3],
  ])

  const rated = await made()
  rateLater(rated.vault, rated.goal.wordings[2]!.id)
  expect(await rated.vault.api.imports.undo({ id: rated.id })).toMatchObject({ ownRatings: 4, kept: 1 })
  expect(ownWordsIn(rated.vault, 'Ash')[0]?.wordings[2]).toEqual({ words: 'Rest', ratings: [[3, 2]] })

  const reworded = await made()
  await reworded.vault.api.ownWords.reword({ id: reworded.goal.id, words: 'Work' })
  expect(await reworded.vault.api.imports.undo({ id: reworded.id })).toMatchObject({ kept: 1 })
  expect(ownWordsIn(reworded.vault, 'Ash')[0]?.wordings.at(-1)?.words).toBe('Work')

  const typed = await made()
  const key = { form: 'own-rewording', subject: typed.goal.id, clientId: typed.clientId } as const
  await typed.vault.api.drafts.saveForm({ ...key, content: '{"words":"half"}' })
  expect(await typed.vault.api.imports.undo({ id: typed.id })).toMatchObject({ kept: 1 })
  expect(ownWordsIn(typed.vault, 'Ash')).toHaveLength(1)
})

test('fault 393: what a removed session can bring back stays when an import is undone', async () => {
  const vault = createTestVault()
  const { sessions } = await makeAsh(vault)
  const id = await runImport(vault, file)
  await vault.api.sessions.remove({ id: sessions[0]! })
  expect(await vault.api.imports.undo({ id })).toMatchObject({ ownRatings: 2, kept: 2 })
  await vault.api.sessions.undoRemoval({ id: sessions[0]! })
  expect(ownWordsIn(vault, 'Ash').map(({ wordings }) => wordings[0])).toEqual([
    { words: 'Sleep', ratings: [[1, 3]] },
    { words: 'I freeze', ratings: [[1, 9]] },
  ])
})

test('a bundle with ratings in own words is undone as a whole', async () => {
  const vault = createTestVault()
  await makeAsh(vault)
  await runImport(vault, file)
  const text = exportedFile(await exportedFiles(vault, ['fhir']), 'ratings.fhir.json')
  const other = createTestVault()
  const id = await runImport(other, { kind: 'attune', format: 'fhir', text })
  expect(ownWordsIn(other, 'Ash')).toEqual(ownWordsIn(vault, 'Ash'))
  expect(await other.api.imports.undo({ id })).toEqual({
    clients: 1,
    sessions: 3,
    forms: 0,
    ownRatings: 4,
    texts: 0,
    kept: 0,
  })
  expect(await other.api.clients.list()).toEqual([])
})

test('many ratings are saved in slices, and a cancelled import leaves none', async () => {
  const vault = createTestVault()
  await makeAsh(vault)
  const many = Array.from({ length: 2_400 }, (_, at) => ({
    session: (at % 3) + 1,
    value: at % 11,
    at: new Date(Date.UTC(2026, 2, 16, 15, 0, at)).toISOString(),
  }))
  const answer = vault.api.imports.run({ file: ownTable(...many), leavesOut: false })
  answer.catch(() => undefined)
  await untilStep(vault, 'saving')
  await vault.api.reading.cancel()
  await expect(answer).rejects.toMatchObject({ code: 'reading-cancelled' })
  expect(ownWordsIn(vault, 'Ash')).toEqual([])
  await runImport(vault, ownTable(...many))
  expect(ownWordsIn(vault, 'Ash')[0]?.wordings[0]?.ratings).toHaveLength(2_400)
})

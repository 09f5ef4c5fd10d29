import i18next, { type TFunction } from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { ownWordsSchema, type OwnWords } from '#shared/records/own-words.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { exampleSession } from '../testing/example-overview.ts'
import { ownWordsLines } from './own-words-lines.ts'

let t: TFunction
beforeAll(() => {
  startI18n()
  t = i18next.t
})
const uuid = (last: number) => `00000000-0000-4000-9000-${String(last).padStart(12, '0')}`
const sessions = [1, 2, 3, 4, 5].map((number) => exampleSession(number))

/** Own words with the wordings in order, each with its ratings by the number of a session. */
function own(
  wordings: readonly { readonly words: string; readonly ratings: Readonly<Record<number, number>> }[],
  changes: Partial<OwnWords> = {},
): OwnWords {
  return ownWordsSchema.parse({
    id: uuid(1),
    clientId: uuid(2),
    kind: 'goal',
    endedOn: null,
    wordings: wordings.map(({ words, ratings }, index) => ({
      id: uuid(10 + index),
      words,
      since: '2025-01-07',
      ratings: Object.entries(ratings).map(([number, value]) => ({
        sessionId: sessions[Number(number) - 1]?.id,
        value,
        ratedAt: '2025-03-01T10:00:00.000Z',
      })),
    })),
    ...changes,
  })
}

const line = (given: OwnWords) => ownWordsLines({ sessions }, [given], t)[0]

test('a goal is drawn session by session with its direction, and a seam where it was reworded', () => {
  const drawn = line(
    own([
      { words: 'Sleep five hours', ratings: { 1: 2, 2: 4 } },
      { words: 'Sleep through', ratings: { 4: 3, 5: 7 } },
    ]),
  )
  expect(drawn).toMatchObject({
    title: 'Goal: “Sleep through”',
    formChanges: [3],
    changeWords: 'reworded here',
    betterIs: 'higher',
    scaleBottom: 0,
    scaleTop: 10,
    sentence:
      'Goal: “Sleep through”: rated 2 in session 1 and 7 in session 5, 4 ratings. 10 means reached: higher is better.',
  })
  expect(drawn?.sessions.map(({ client }) => client)).toEqual([2, 4, null, 3, 7])
  expect(drawn?.note).toContain(
    'It was reworded at the thin line before session 4. The earlier words were “Sleep five hours”.',
  )
  expect(drawn?.note).toContain('No change is called reliable')
})

test('a problem is better when lower, and a wording that was rated in the same session as the one before has no seam of its own', () => {
  const drawn = line(
    own(
      [
        { words: 'Panic', ratings: { 2: 8 } },
        { words: 'Fear of panic', ratings: { 2: 6 } },
      ],
      { kind: 'problem' },
    ),
  )
  expect(drawn?.betterIs).toBe('lower')
  expect(drawn?.sessions[1]?.client).toBe(6)
  expect(drawn?.formChanges).toEqual([])
  expect(drawn?.sentence).toBe(
    'Problem: “Fear of panic”: rated 6 in session 2, the only rating so far. 10 means as bad as can be: lower is better.',
  )
})

test('a session before it was put into words, or after it ended, misses no rating', () => {
  const drawn = line(
    own([{ words: 'Call my brother', ratings: { 3: 5 } }], { endedOn: sessions[3]?.date ?? null }),
  )
  const late = line({
    ...own([{ words: 'Call', ratings: { 3: 5 } }]),
    wordings: own([{ words: 'Call', ratings: { 3: 5 } }]).wordings.map((each) => ({
      ...each,
      since: sessions[2]?.date ?? '',
    })),
  })
  expect(drawn?.sessions.map(({ isClientAsked = true }) => isClientAsked)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ])
  expect(late?.sessions.map(({ missingWords = null }) => missingWords)).toEqual([
    'not asked',
    'not asked',
    null,
    null,
    null,
  ])
})

test('what was never rated has no line, and long words are cut above it', () => {
  expect(ownWordsLines({ sessions }, [own([{ words: 'Never', ratings: {} }])], t)).toEqual([])
  expect(line(own([{ words: 'a'.repeat(200), ratings: { 1: 1 } }]))?.title).toMatch(/^Goal: “a{40,80}…”$/)
})

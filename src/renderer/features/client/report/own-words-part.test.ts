import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { ownWordsSchema } from '#shared/records/own-words.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { ownRatingBlocks, ownWordsBlocks } from './own-words-part.ts'

beforeAll(startI18n)

const [first, second] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const own = ownWordsSchema.parse({
  id: '00000000-0000-4000-9000-000000000001',
  clientId: '00000000-0000-4000-9000-000000000002',
  kind: 'problem',
  endedOn: '2026-03-20',
  wordings: [
    {
      id: '00000000-0000-4000-9000-000000000003',
      words: 'Panic',
      since: '2026-03-02',
      ratings: [{ sessionId: first, value: 9, ratedAt: '2026-03-02T10:00:00.000Z' }],
    },
    {
      id: '00000000-0000-4000-9000-000000000004',
      words: 'Fear of panic',
      since: '2026-03-09',
      ratings: [
        { sessionId: second, value: 6, ratedAt: '2026-03-09T10:00:00.000Z' },
        { sessionId: second, value: 4, ratedAt: '2026-03-09T11:00:00.000Z' },
      ],
    },
  ],
})
const texts = (blocks: readonly object[]) => blocks.flatMap((block) => ('text' in block ? [block.text] : []))

test('the whole record has every wording with its day, and when it ended', () => {
  expect(texts(ownWordsBlocks([own], i18next.t))).toEqual([
    'In the client’s own words',
    'Problem, since Mar 2, 2026: “Panic”',
    'Problem, since Mar 9, 2026: “Fear of panic”',
    'Ended on Mar 20, 2026.',
  ])
  expect(ownWordsBlocks([], i18next.t)).toEqual([])
})

test('each session has all of its ratings, in the words that were rated and with their direction', () => {
  const direction = '10 means as bad as can be: lower is better.'
  expect(texts(ownRatingBlocks([own], second, i18next.t))).toEqual([
    `Problem “Fear of panic”: 6 of 10. ${direction}`,
    `Problem “Fear of panic”: 4 of 10. ${direction}`,
  ])
  expect(texts(ownRatingBlocks([own], first, i18next.t))).toEqual([`Problem “Panic”: 9 of 10. ${direction}`])
})

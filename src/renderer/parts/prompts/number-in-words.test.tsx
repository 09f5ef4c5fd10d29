import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { startI18n } from '#renderer/lib/i18n.ts'
import { numberInWords } from './number-in-words.ts'

beforeAll(startI18n)

test.each([
  [{ label: 'Alliance', value: 4.756, n: 6 }, 'Alliance: 4.76 (6 ratings or sessions)'],
  [{ label: 'Alliance', value: 4.75, n: 1 }, 'Alliance: 4.75 (1 rating or session)'],
  [{ label: 'Difference', value: -1.5, n: 3 }, 'Difference: −1.5 (3 ratings or sessions)'],
  [{ label: 'Sessions missed', value: 3, n: 3 }, 'Sessions missed: 3'],
])('%o in words', (number, words) => {
  expect(numberInWords(number, i18next.t)).toBe(words)
})

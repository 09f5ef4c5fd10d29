import { expect, test } from 'vitest'
import { nearestWord } from './nearest-word.ts'

/** What is read for a typed word in a library that has these words. */
const read = (typed: string, ...words: string[]) =>
  nearestWord(
    typed,
    words.map((word) => ({ word, summaries: 1 })),
  )

test.each([
  ['a letter is missing', 'aliance', 'alliance'],
  ['a letter is missing', 'ruptur', 'rupture'],
  ['a letter is missing', 'therpist', 'therapist'],
  ['a letter is doubled', 'empathhy', 'empathy'],
  ['a letter is doubled', 'ruptuure', 'rupture'],
  ['a letter is wrong', 'rupturw', 'rupture'],
  ['a letter is wrong', 'allience', 'alliance'],
  ['two letters are swapped', 'ruptrue', 'rupture'],
  ['two letters are swapped', 'dorpout', 'dropout'],
  ['two letters are swapped', 'empahty', 'empathy'],
  ['two letters are swapped', 'trsut', 'trust'],
  ['the first two letters are swapped', 'mepathy', 'empathy'],
  ['the last two letters are swapped', 'truts', 'trust'],
  ['two letters of a long word are missing', 'terminaton', 'termination'],
  ['two letters of a long word are missing', 'contertransferece', 'countertransference'],
])('%s: “%s” is read as “%s”', (_slip, typed, meant) => {
  expect(read(typed, 'about', meant, 'zither')).toBe(meant)
})

test.each([
  ['form', 'from'],
  ['from', 'form'],
  ['bnod', 'bond'],
  ['goal', 'goals'],
  ['rom', 'room'],
  ['mother', 'other'],
  ['burden', 'garden'],
  ['learning', 'yearning'],
  ['trust', 'truth and more'],
  ['client', 'clinic'],
  ['repair', 'report'],
  ['mention', 'tension'],
  ['anxiety', 'variety'],
  ['rupture', 'culture'],
])('“%s” is not read as “%s”', (typed, other) => {
  expect(read(typed, other)).toBeNull()
})

test('of several close words the one with fewer slips is read, then the one in more summaries', () => {
  expect(read('terminatoin', 'terminating', 'termination')).toBe('termination')
  const often = [
    { word: 'talked', summaries: 1 },
    { word: 'talker', summaries: 9 },
  ]
  expect(nearestWord('talket', often)).toBe('talker')
})

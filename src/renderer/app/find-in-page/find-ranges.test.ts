// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { findRanges } from './find-ranges.ts'

const found = (html: string, words: string) => {
  document.body.innerHTML = html
  return findRanges(document.body, words).map(String)
}

test('finds words whatever their case, in reading order', () => {
  expect(found('<p>Bond, and the bond again</p><p>BOND</p>', 'bond')).toEqual(['Bond', 'bond', 'BOND'])
})

test('goes over inline elements, but not from one paragraph to the next', () => {
  expect(found('<p>Session <b>1</b>2</p>', 'session 12')).toEqual(['Session 12'])
  expect(found('<p>Session</p><p>12</p>', 'Session12')).toEqual([])
})

test('takes signs as they are', () => {
  expect(found('<p>3.5 (of 10) and 345</p>', '3.5 (of')).toEqual(['3.5 (of'])
  expect(found('<p>a-b [c]</p>', '[c]')).toEqual(['[c]'])
})

test('without words, and in fields, finds nothing', () => {
  expect(found('<p>text</p>', '  ')).toEqual([])
  expect(found('<textarea>typed</textarea>', 'typed')).toEqual([])
})

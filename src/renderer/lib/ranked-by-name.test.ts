import { expect, test } from 'vitest'
import { rankedByName } from './ranked-by-name.ts'

const named = (text: string, ...names: string[]) =>
  rankedByName(names, text, (name) => name).map(({ item }) => item)

test.each([
  ['case', 'fern', 'Fern'],
  ['accents', 'muller', 'Müller'],
  ['accents that were typed', 'Müller', 'Muller'],
  ['accents written apart', 'mu\u0308ller', 'M\u00FCller'],
  ['a dash', 'k07', 'K-07'],
  ['a dash that is another one', 'k–07', 'K-07'],
  ['a dash that is not there', 'K-07', 'K07'],
  ['a space', 'k 07', 'K07'],
  ['a space that does not break', 'k\u00A007', 'K-07'],
  ['a dot', 'k.07', 'K-07'],
  ['spaces around it', '  K-07 ', 'K-07'],
  ['the width of letters', 'Ｋ０７', 'k-07'],
])('forgives %s: “%s” finds “%s”', (_what, typed, name) => {
  expect(named(typed, name)).toEqual([name])
})

test.each([
  ['K-08', 'K-07'],
  ['K-70', 'K-07'],
  ['K-7', 'K-07'],
  ['ruptrue', 'rupture'],
  ['-', 'K07'],
  ['- -', 'Fern'],
])('forgives nothing else: “%s” does not find “%s”', (typed, name) => {
  expect(named(typed, name)).toEqual([])
})

test('names that have the text as typed come before others, and beginnings before the rest', () => {
  expect(named('k07', 'XK-07', 'AK07', 'K-07', 'K07')).toEqual(['K07', 'K-07', 'AK07', 'XK-07'])
  expect(named('müller', 'Muller', 'Müller')).toEqual(['Müller', 'Muller'])
  expect(named('-', 'K07', 'K-07')).toEqual(['K-07'])
  expect(named('', 'Fern', 'K-07')).toEqual(['Fern', 'K-07'])
})

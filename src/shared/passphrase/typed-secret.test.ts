import { expect, test } from 'vitest'
import { typedSecret } from './typed-secret.ts'

test('a phrase typed with combined and with separate accents gives the same bytes, and nothing is trimmed', () => {
  expect(typedSecret('cafe\u0301 by the sea')).toEqual(typedSecret('caf\u00e9 by the sea'))
  expect([...typedSecret('é ')]).toEqual([0xc3, 0xa9, 0x20])
})

test('an emoji is its four bytes, and a half of one gives the bytes that it always gave', () => {
  expect([...typedSecret('🌊')]).toEqual([0xf0, 0x9f, 0x8c, 0x8a])
  expect([...typedSecret('\ud83c')]).toEqual([0xef, 0xbf, 0xbd])
})

test('letters that only look alike stay different: the form keeps them apart', () => {
  expect(typedSecret('\ufb01')).not.toEqual(typedSecret('fi'))
})

import { expect, test } from 'vitest'
import { english } from './index.ts'

test('nothing on a screen or in a report is called anonymous or de-identified', () => {
  // A course of ratings is one of a kind: a person who knows the client can recognise it.
  expect(JSON.stringify(english).match(/\w*(?:anonym|de-?identif|unidentif)\w*/gi)).toBeNull()
})

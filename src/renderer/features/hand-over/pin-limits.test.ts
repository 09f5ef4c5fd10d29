import { expect, test } from 'vitest'
import { longestPin, shortestPin } from '#shared/contract/operations/keys.ts'
import { pinLimits } from './pin-limits.ts'

test('the client’s form and the contract agree on how long a PIN is', () => {
  expect(pinLimits).toEqual({ least: shortestPin, most: longestPin })
})

import { expect, test } from 'vitest'
import { marksFileOf } from './marks-file.ts'

test('a packed app writes no marks, whatever its environment says', () => {
  const environment = { ATTUNE_MARKS: '/tmp/marks' }
  expect(marksFileOf({ isPackaged: true, environment })).toBeNull()
  expect(marksFileOf({ isPackaged: false, environment })).toBe('/tmp/marks')
  expect(marksFileOf({ isPackaged: false, environment: {} })).toBeNull()
})

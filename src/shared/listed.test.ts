import { expect, test } from 'vitest'
import { listed } from './listed.ts'

test('a list is written as the screens write one', () => {
  expect(listed(['a power struggle'])).toBe('a power struggle')
  expect(listed(['drained', 'helpless', 'frustrated'])).toBe('drained, helpless, and frustrated')
})

import { expect, test } from 'vitest'
import { usualPaper } from './paper-sizes.ts'

test.each([
  ['de-AT', 'A4'],
  ['en-GB', 'A4'],
  ['en-US', 'Letter'],
  ['en', 'Letter'],
  ['es-MX', 'Letter'],
  ['fr-CA', 'Letter'],
  ['no locale', 'A4'],
])('the usual paper of %s is %s', (locale, paper) => {
  expect(usualPaper(locale)).toBe(paper)
})

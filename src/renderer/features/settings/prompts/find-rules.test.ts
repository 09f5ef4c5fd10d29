import { expect, test } from 'vitest'
import { summariseRules } from '#shared/prompts/rule-summary.ts'
import { findRules } from './find-rules.ts'

const rules = summariseRules([], new Map())
const ids = (typed: string) =>
  findRules(rules, typed, (area) => (area === 'events' ? 'What happened in the session' : area)).flatMap(
    ({ rules: found }) => found.map(({ id }) => id),
  )

test('an empty search finds every rule, each in one area', () => {
  expect(ids(' ').toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
  const areas = findRules(rules, '', (area) => area).map(({ area }) => area)
  expect(new Set(areas).size).toBe(areas.length)
})

test('every word must occur, in any order, ignoring case and accents', () => {
  expect(ids('TEARS after')).toEqual(['client-cried'])
  expect(ids('téars')).toEqual(['client-cried'])
  expect(ids('tears alliance-of-nobody')).toEqual([])
})

test('the title of the area counts as a word of its rules', () => {
  expect(ids('what happened session cried')).toContain('client-cried')
})

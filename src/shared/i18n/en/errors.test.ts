import { describe, expect, test } from 'vitest'
import { errorCodes } from '../../contract/result.ts'
import { errors } from './errors.ts'

/** Words that blame the person, hide the failure in jargon, or shout. */
const unkind =
  /\b(you (failed|forgot|must|should have|did not)|your (fault|mistake)|invalid|illegal|fatal|abort|error|exception|oops|sorry|unfortunately)\b|!/i
/** Each piece of advice contains at least one of these. */
const step =
  /\b(try|check|choose|close|change|use|unlock|reopen|go|put|keep|free|update|quit|start|read|retire|restore|wait|open|type|connect|can|remove|give|ask|make|leave|write|look|pick|save|correct|close|print|add|move|draw)\b/i

describe.each(errorCodes)('the words of %s', (code) => {
  const { title, safe, advice } = errors[code]

  test('say in a sentence each what happened, what is safe and what to do next', () => {
    for (const part of [title, safe, advice]) expect(part).toMatch(/^[A-Z].*\.$/su)
    expect(new Set([title, safe, advice]).size).toBe(3)
  })

  test('give something that can be done', () => {
    expect(advice).toMatch(step)
  })

  test('blame nobody and don’t shout', () => {
    for (const part of [title, safe, advice]) expect(part).not.toMatch(unkind)
  })

  test('use only characters of the font', () => {
    for (const part of [title, safe, advice]) expect(part).not.toMatch(/[≥≤→⌘]/u)
  })
})

test('no failure is worded like another one', () => {
  const titles = errorCodes.map((code) => errors[code].title)
  expect(new Set(titles).size).toBe(titles.length)
})

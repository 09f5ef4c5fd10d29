import { packLimits } from './pack-limits.ts'
import { problem } from './pack-problem.ts'
import type { PackProblem } from './pack-problem.ts'
import { placeOf } from './place.ts'

interface Level {
  kind: 'object' | 'list'
  /** Keys seen so far in an object. */
  keys: Set<string>
  /** The key or position of the current value. */
  at: string | number
  members: number
}

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])
const quote = 0x22
const backslash = 0x5c
const space = /[ \t\n\r]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * Checks without recursion that a text is JSON and safe to parse; an empty list means yes.
 *
 * Refuses what `JSON.parse` accepts but later code must not get: nesting beyond the limit, a key given twice, keys
 * that reach into prototypes, numbers that overflow, halves of characters, more members or values than any
 * questionnaire has. Stops at the first problem of grammar (with line and column from 1), depth or number; lists all
 * others.
 */
export function scanJson(text: string): PackProblem[] {
  const found: PackProblem[] = []
  const levels: Level[] = []
  let position = 0
  let values = 0
  let expects: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'comma-or-end' | 'nothing' = 'value'

  const place = (): string => placeOf(levels.map(({ at }) => at))
  const report = (code: 'duplicate-key' | 'forbidden-key' | 'number-too-large' | 'lone-surrogate'): void => {
    if (found.length <= packLimits.problems) found.push(problem(place(), code))
  }
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = position
    const token = pattern.exec(text)?.[0] ?? null
    if (token !== null) position += token.length
    return token
  }
  const takeString = (): string | null => {
    const start = position
    if (text[position] !== '"') return null
    position += 1
    // Reads character by character, because a repeating pattern over a megabyte can exhaust the stack.
    for (;;) {
      const code = text.charCodeAt(position)
      if (!(code >= 0x20)) return null
      if (code === quote) break
      if (code !== backslash) position += 1
      else if (take(escape) === null) return null
    }
    position += 1
    // The JSON string is complete here; parsing it gives the key as later code sees it.
    const value: unknown = JSON.parse(text.slice(start, position))
    return typeof value === 'string' ? value : null
  }
  const broken = (): PackProblem[] => [
    ...found,
    problem('', { code: 'not-json', ...lineAndColumn(text, position) }),
  ]

  const tooMany = (limit: number): PackProblem => problem(place(), { code: 'too-many', limit })

  for (;;) {
    take(space)
    const level = levels.at(-1)
    const next = text[position]
    if (expects === 'nothing') return next === undefined ? found : broken()
    if (next === undefined) return broken()
    if (level !== undefined && next === (level.kind === 'object' ? '}' : ']')) {
      if (expects === 'value' || expects === 'key') return broken()
      position += 1
      levels.pop()
      expects = levels.length === 0 ? 'nothing' : 'comma-or-end'
      continue
    }
    if (level !== undefined && expects === 'comma-or-end') {
      if (next !== ',') return broken()
      position += 1
      if (typeof level.at === 'number') level.at += 1
      expects = level.kind === 'object' ? 'key' : 'value'
      continue
    }
    if (level !== undefined && (expects === 'key' || expects === 'key-or-end')) {
      const key = takeString()
      if (key === null) return broken()
      level.at = key
      if (!key.isWellFormed()) report('lone-surrogate')
      if (forbiddenKeys.has(key)) report('forbidden-key')
      if (level.keys.has(key)) report('duplicate-key')
      level.keys.add(key)
      take(space)
      if (text[position] !== ':') return broken()
      position += 1
      expects = 'value'
      continue
    }
    values += 1
    if (level !== undefined) level.members += 1
    // More members could give so many problems that collecting them exhausts the stack.
    const { members, values: mostValues } = packLimits
    if (level !== undefined && level.members > members) return [...found, tooMany(members)]
    if (values > mostValues) return [...found, tooMany(mostValues)]
    if (next === '{' || next === '[') {
      if (levels.length === packLimits.nesting) {
        return [...found, problem(place(), { code: 'too-deep', limit: packLimits.nesting })]
      }
      position += 1
      const kind = next === '{' ? 'object' : 'list'
      levels.push({ kind, keys: new Set(), at: kind === 'list' ? 0 : '', members: 0 })
      expects = kind === 'object' ? 'key-or-end' : 'value-or-end'
      continue
    }
    if (next === '"') {
      const value = takeString()
      if (value === null) return broken()
      if (!value.isWellFormed()) report('lone-surrogate')
    } else if (take(word) === null) {
      const token = take(number)
      if (token === null) return broken()
      if (!Number.isFinite(Number(token))) report('number-too-large')
    }
    expects = levels.length === 0 ? 'nothing' : 'comma-or-end'
  }
}

/** Gives line and column, from 1, of a position in a text. */
export function lineAndColumn(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position)
  const lastBreak = before.lastIndexOf('\n')
  return { line: before.split('\n').length, column: position - lastBreak }
}

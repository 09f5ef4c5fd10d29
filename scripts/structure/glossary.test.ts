import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const glossary = readFileSync(join(import.meta.dirname, '../../docs/glossary.md'), 'utf8')

test('every word of the glossary is explained once', () => {
  const words = [...glossary.matchAll(/^\| ([^|]+?) +\|/gm)].flatMap(([, cell = '']) => cell.split(', '))
  expect(words.length).toBeGreaterThan(50)
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
})

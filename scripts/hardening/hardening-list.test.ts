import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryFolder } from '../runtime/repository.ts'

const rows = readFileSync(join(repositoryFolder, 'docs/hardening.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number, ...cells] = line.split('|').map((cell) => cell.trim())
    return number && /^\d+$/.test(number) ? [{ number: Number(number), checks: cells.at(-2) ?? '' }] : []
  })

test('docs/hardening.md has each of the twenty points once, in order', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})

test.each(rows)('point $number is checked by tests that are there', ({ checks }) => {
  const named = [...checks.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(0)
  const tests = named.filter((name) => /\.(test|spec)\.ts$/.test(name))
  expect(tests.filter((name) => existsSync(join(repositoryFolder, name)))).toEqual(named)
})

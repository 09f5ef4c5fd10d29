import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryFolder } from './runtime/repository.ts'

const rows = readFileSync(join(repositoryFolder, 'docs/formats.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!Source|-)/.test(line))

test('docs/formats.md names a test that is there for each source', () => {
  expect(rows.length).toBeGreaterThan(4)
  for (const row of rows) {
    const tests = [...row.matchAll(/`([^`]+\.test\.tsx?)`/g)].map(([, name = '']) => name)
    expect(tests.length, row).toBeGreaterThan(0)
    expect(tests.filter((name) => !existsSync(join(repositoryFolder, name)))).toEqual([])
  }
})

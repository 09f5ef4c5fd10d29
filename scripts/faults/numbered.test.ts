import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryFolder } from '../runtime/repository.ts'

/** These numbers have no gap. Later ones may: work that goes on at the same time takes its numbers from different tens. */
const gapless = 58
const own = 'scripts/faults/numbered.test.ts'
/** Some tests take their titles from a table in another file, so that file counts too. */
const isTest = (name: string): boolean => /\.(test\.tsx?|spec\.ts)$|hardening\/restricted\.ts$/.test(name)

const files = ['src', 'scripts', 'e2e', 'tools'].flatMap((folder) =>
  readdirSync(join(repositoryFolder, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.split(sep).join('/')}`)
    .filter((name) => isTest(name) && name !== own && !name.includes('/node_modules/')),
)

/** The numbers in a file’s titles: 'fault 12: …', 'fault 12, fault 28: …' or 'faults 15, 16: …'. */
function numbersIn(text: string): number[] {
  const titles = text.matchAll(/['"`]faults? (\d+(?:, (?:fault )?\d+)*): \S/g)
  return [...titles].flatMap(([, numbers = '']) => (numbers.match(/\d+/g) ?? []).map(Number))
}

const titled = new Map(
  files.map((name) => [name, new Set(numbersIn(readFileSync(join(repositoryFolder, name), 'utf8')))]),
)
const filesNaming = (number: number): string[] =>
  [...titled].flatMap(([name, numbers]) => (numbers.has(number) ? [name] : [])).toSorted()

interface Row {
  readonly number: number
  readonly tests: string
}

const rows: Row[] = readFileSync(join(repositoryFolder, 'docs/faults.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number, ...cells] = line.split('|').map((cell) => cell.trim())
    return number && /^\d+$/.test(number) ? [{ number: Number(number), tests: cells.at(-2) ?? '' }] : []
  })

test('every spelling of a title is read', () => {
  expect(numbersIn(`test('fault 12, fault 28: killed', f)`)).toEqual([12, 28])
  expect(numbersIn(`'faults 15, 16, 17: %s in a folder'`)).toEqual([15, 16, 17])
  expect(numbersIn(`// fault 3: no title; 'default 4: none either'; 'fault 5:'`)).toEqual([])
})

test('docs/faults.md has each fault once, in order', () => {
  const numbers = rows.map(({ number }) => number)
  expect(numbers.slice(0, gapless)).toEqual(Array.from({ length: gapless }, (_, index) => index + 1))
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
})

test('no title has a number without a fault', () => {
  const all = [...titled.values()].flatMap((numbers) => [...numbers])
  const known = new Set(rows.map(({ number }) => number))
  expect(all.filter((number) => !known.has(number))).toEqual([])
})

test.each(rows)(
  'number $number is tried by the tests it names, or says why it is not',
  ({ number, tests }) => {
    const found = filesNaming(number)
    if (found.length === 0) {
      expect(tests).toMatch(/^Not tried: .{20,}/)
      return
    }
    const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((name) => !existsSync(join(repositoryFolder, name)))).toEqual([])
    expect(named.filter((name) => !found.includes(name))).toEqual([])
  },
)

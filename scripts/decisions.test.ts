import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../docs/decisions')
const index = readFileSync(join(folder, 'README.md'), 'utf8')
const records = readdirSync(folder).filter((name) => /^\d{4}-/.test(name))

test.each(records)('%s has a date and a status, and the list shows both', (name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  const [, number, title] = /^# (\d+)\. (.+)$/m.exec(text) ?? []
  const [, date, status] = /^Date: (\d{4}-\d\d-\d\d)\. Status: (.+)\.$/m.exec(text) ?? []
  expect(Number(name.slice(0, 4))).toBe(Number(number))
  const row = index.split('\n').find((line) => line.startsWith(`| [${number}]`))
  expect(
    row
      ?.split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  ).toEqual([`[${number}](${name})`, title, date, status])
})

test('a number without a record is named in the list', () => {
  const numbers = new Set(records.map((name) => Number(name.slice(0, 4))))
  const missing = Array.from({ length: Math.max(...numbers) }, (_, at) => at + 1).filter(
    (number) => !numbers.has(number),
  )
  const [, said = ''] = /The numbers? (.+?) (?:was|were) never given/.exec(index) ?? []
  expect(said.match(/\d+/g)?.map(Number) ?? []).toEqual(missing)
})

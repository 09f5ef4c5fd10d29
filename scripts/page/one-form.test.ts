import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { english } from '#shared/i18n/en/index.ts'
import { language } from '#shared/i18n/language.ts'

const repository = join(import.meta.dirname, '../..')

function textsOf(words: object): string[] {
  return Object.values(words).flatMap((part: unknown) =>
    typeof part === 'object' && part !== null ? textsOf(part) : [String(part)],
  )
}

/** Texts that a screen shows and that are not in the catalogue: articles, questionnaires, rules of prompts. */
function textsBeside(): string[] {
  return ['assets/evidence', 'assets/instruments', 'src/shared/prompts/rules'].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  )
}

/** The pieces with a percentage that the formatter would write in another way. */
function otherPercentages(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.match(/[\d})][\s\u00a0\u202f]+%|\bper ?cent of\b/g) ?? [])
}

/** The forms of a date: the day, the day and the time, the time, and the day with its weekday. */
const day = 'dateStyle: medium'
const formsOfDates = new Set([
  day,
  `${day}; timeStyle: short`,
  'timeStyle: short',
  'weekday: long; day: numeric; month: short; year: numeric',
])

function otherDates(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => [...text.matchAll(/datetime\(([^)]*)\)/g)].map(([, options = '']) => options))
    .filter((options) => !formsOfDates.has(options.replace(/(; )?timeZone: UTC$/, '')))
}

test('every percentage on a screen has the form that the number formatter gives', () => {
  expect(new Intl.NumberFormat(language, { style: 'percent' }).format(0.85)).toBe('85%')
  expect(otherPercentages([...textsOf(english), ...textsBeside()])).toEqual([])
})

test('every date of the catalogue has the one form', () => {
  expect(otherDates(textsOf(english))).toEqual([])
})

test('planted: another form of a percentage and of a date is found', () => {
  expect(otherPercentages(['a 95 % interval', '{{level}}\u00a0%', '95%', '{{share}}%'])).toEqual([
    '5 %',
    '}\u00a0%',
  ])
  const [long, medium] = ['long', 'medium'].map(
    (style) => `{{at, datetime(dateStyle: ${style}; timeZone: UTC)}}`,
  )
  expect(otherDates([long!, medium!, '{{at, datetime(day: numeric; month: short)}}'])).toEqual([
    'dateStyle: long; timeZone: UTC',
    'day: numeric; month: short',
  ])
})

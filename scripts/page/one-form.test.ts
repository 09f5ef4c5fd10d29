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

/** What writes dates, numbers and lists for the page, and the field that shows a number with the sign that was typed. */
const writers = /^lib[\\/](dates|numbers)\.ts$|^ui[\\/]decimal-sign\.ts$/

/** Where the page makes words of a date, a number or a list without the modules that write them all. */
function ownForms(files: readonly (readonly [name: string, text: string])[]): string[] {
  const making =
    /\bIntl\.(DateTime|Number|List)Format\([^)]*\)(?!\.resolvedOptions)|\.toLocale(Date|Time)?String\(|\.replace\('-', '−'\)/
  return files.flatMap(([name, text]) => (making.test(text) ? [name] : []))
}

function pageFiles(): [string, string][] {
  const folder = join(repository, 'src/renderer')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !writers.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')])
}

/** Screens call an episode a drop, as the glossary says. */
const wordsBeside = (texts: readonly string[]) =>
  texts.flatMap((text) => text.match(/(?<![{\w-])[Ee]pisodes?\b(?!\}\})/g) ?? [])

test('screens have one word for a drop', () => {
  expect(wordsBeside(textsOf(english))).toEqual([])
})

test('planted: another word for a drop is found, and the name of a gap is none', () => {
  expect(wordsBeside(['{{episode}}: lowest here', 'Outside any episode', 'Episodes'])).toEqual([
    'episode',
    'Episodes',
  ])
})

test('the page writes dates and numbers in one module each, and lists as the catalogue does', () => {
  const files = pageFiles()
  expect(files.length).toBeGreaterThan(300)
  expect(ownForms(files)).toEqual([])
})

test('planted: a date, a number or a list in a form of its own is found, and a question about the zone is none', () => {
  const texts = [
    ['a', "new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(at)"],
    ['b', 'at.toLocaleTimeString()'],
    ['c', "new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone"],
    ['d', 'new Intl.NumberFormat(i18n.language).format(count)'],
    ['e', 'new Intl.ListFormat(language).format(names)'],
    ['f', "String(score).replace('-', '−')"],
  ] as const
  expect(ownForms(texts)).toEqual(['a', 'b', 'd', 'e', 'f'])
})

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

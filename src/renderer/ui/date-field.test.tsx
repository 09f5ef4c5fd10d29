import { useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { calendarDateSchema } from '#shared/records/calendar.ts'
import { DateField } from './date-field.tsx'

afterEach(cleanup)

type Kept = 'day' | 'typed'

/** A form that keeps either what the field hands on as a day, or the date as typed. */
function Form({ start, kept, given }: { start: string | null; kept: Kept; given: (string | null)[] }) {
  const [value, setValue] = useState<string | null>(start)
  return (
    <>
      <DateField
        label="Day"
        noDay="No day yet."
        value={value}
        isRequired
        onChange={(day, typed) => {
          given.push(day)
          setValue(kept === 'day' ? day : typed)
        }}
      />
      <output>{value}</output>
      <button onClick={() => setValue('2030-01-02')}>another day</button>
    </>
  )
}

function show(locale: string, start: string | null = '2026-03-20', kept: Kept = 'typed') {
  const given: (string | null)[] = []
  render(
    <I18nProvider locale={locale}>
      <Form start={start} kept={kept} given={given} />
    </I18nProvider>,
  )
  return { given, user: userEvent.setup() }
}

/** The part of the year; its name is in the words of the locale. */
function year(): HTMLElement {
  const part = screen.getAllByRole('spinbutton').find(({ dataset }) => dataset['type'] === 'year')
  if (part === undefined) throw new Error('no year')
  return part
}
const value = () => screen.getByRole('status').textContent

const locales: [locale: string, year: string][] = [
  ['en-GB', '2024'],
  ['th-TH', '2567'],
  ['ar-EG', '2024'],
  ['ar-SA-u-ca-islamic-umalqura', '1445'],
  ['fa-IR', '1402'],
  ['ja-JP-u-ca-japanese', '6'],
  ['he-IL-u-ca-hebrew', '5784'],
  ['am-ET-u-ca-ethiopic', '2016'],
  ['zh-TW-u-ca-roc', '113'],
  ['hi-IN-u-ca-indian', '1945'],
]

describe.each(['day', 'typed'] as const)('a form that keeps the %s', (kept) => {
  test.each(locales)(
    'fault 104: in %s each digit of the year hands on a day or nothing, and %s is 2024',
    async (locale, typed) => {
      const { given, user } = show(locale, '2026-03-20', kept)
      // Backspace takes the last digit away; the first digit after a click replaces the year.
      await user.click(year())
      for (let times = 0; times < typed.length; times += 1) await user.keyboard('{Backspace}')
      expect(given.at(-1)).toBeNull()
      await user.click(year())
      for (const digit of typed) await user.keyboard(digit)
      expect(value()).toMatch(/^2024-0[34]-\d\d$/)
      expect(given.filter((day) => day !== null && !calendarDateSchema.safeParse(day).success)).toEqual([])
      expect(given).toContain(null)
    },
  )
})

test('fault 103: a half-typed year is handed on as typed, not as a day, and marked once the focus leaves', async () => {
  const { given, user } = show('en-GB')
  await user.click(year())
  await user.keyboard('26')
  expect(value()).toBe('0026-03-20')
  expect(given.at(-1)).toBeNull()
  expect(screen.queryByText('No day yet.')).toBeNull()
  await user.click(document.body)
  expect(screen.getByText('No day yet.')).toBeTruthy()
  await user.click(year())
  await user.keyboard('2025')
  expect(given.at(-1)).toBe('2025-03-20')
  expect(screen.queryByText('No day yet.')).toBeNull()
})

test('fault 103: a half-typed year that comes from a draft is shown and marked at once', () => {
  show('en-GB', '0026-03-20')
  expect(year().textContent).toBe('26')
  expect(screen.getByText('No day yet.')).toBeTruthy()
})

test('fault 103: a date before Christ, or one of which a part was emptied, is marked when it comes from a draft', () => {
  show('en-GB', '-0005-03-20')
  expect(screen.getByText('No day yet.')).toBeTruthy()
  cleanup()
  show('en-GB', '')
  expect(screen.getByText('No day yet.')).toBeTruthy()
  cleanup()
  show('en-GB')
  expect(screen.queryByText('No day yet.')).toBeNull()
})

test('a required day that nobody has typed yet is marked only once the field was left', async () => {
  const { user } = show('en-GB', null, 'day')
  expect(screen.queryByText('No day yet.')).toBeNull()
  await user.click(year())
  expect(screen.queryByText('No day yet.')).toBeNull()
  await user.click(document.body)
  expect(screen.getByText('No day yet.')).toBeTruthy()
})

test('an emptied part hands on nothing, keeps the other parts, and the same part typed again gives the day back', async () => {
  const { given, user } = show('en-GB')
  await user.click(screen.getByRole('spinbutton', { name: /^day/ }))
  await user.keyboard('{Backspace}{Backspace}')
  expect(given.at(-1)).toBeNull()
  expect(value()).toBe('gregory 2026-03-')
  expect(year().textContent).toBe('2026')
  await user.click(document.body)
  expect(screen.getByText('No day yet.')).toBeTruthy()
  await user.click(screen.getByRole('spinbutton', { name: /^day/ }))
  await user.keyboard('20')
  expect(given.at(-1)).toBe('2026-03-20')
})

const partsShown = () =>
  screen
    .getAllByRole('spinbutton')
    .flatMap(({ dataset, textContent }) => (dataset['type'] === 'era' ? [] : textContent))

test.each(locales)(
  'fault 103: in %s an emptied year comes back empty from a draft, and the other parts as typed',
  async (locale, typed) => {
    const { user } = show(locale)
    await user.click(year())
    while (/\p{Number}/u.test(year().textContent)) await user.keyboard('{Backspace}')
    const draft = value()
    const before = partsShown()
    cleanup()
    const again = show(locale, draft)
    expect(partsShown()).toEqual(before)
    expect(value()).toBe(draft)
    expect(screen.getByText('No day yet.')).toBeTruthy()
    expect(again.given).toEqual([])
    await again.user.click(year())
    for (const digit of typed) await again.user.keyboard(digit)
    expect(value()).toMatch(/^2024-0[34]-\d\d$/)
  },
)

test('fault 103: parts that were typed into an empty field come back from a draft', async () => {
  const { user } = show('en-GB', '')
  await user.click(screen.getByRole('spinbutton', { name: /^day/ }))
  await user.keyboard('2004')
  const draft = value()
  expect(draft).toBe('gregory -04-20')
  cleanup()
  const again = show('en-GB', draft)
  expect(partsShown()).toEqual(['20', '04', 'yyyy'])
  for (const name of [/^day/, /^month/]) {
    await again.user.click(screen.getByRole('spinbutton', { name }))
    await again.user.keyboard('{Backspace}{Backspace}')
  }
  expect(value()).toBe('')
})

test('parts of another calendar are no parts of this one', () => {
  show('th-TH', 'gregory -03-20')
  expect(screen.getAllByRole('spinbutton').every(({ textContent }) => !/\d/.test(textContent))).toBe(true)
})

test('shows another day that comes from outside', async () => {
  const { user } = show('en-GB')
  await user.click(year())
  await user.keyboard('26')
  await user.click(screen.getByText('another day'))
  expect(year().textContent).toBe('2030')
})

test('a text that is no date shows an empty field', () => {
  for (const text of ['-000541-03-20', '10620-03-20', 'soon', '']) {
    show('en-GB', text)
    expect(year().textContent).toBe('yyyy')
    cleanup()
  }
})

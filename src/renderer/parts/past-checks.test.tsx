import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { wellbeingCheckSchema } from '#shared/records/wellbeing-check.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { PastChecks } from './past-checks.tsx'

beforeAll(startI18n)
afterEach(cleanup)

const files = import.meta.glob<unknown>('../../../assets/instruments/attune-wellbeing.json', {
  eager: true,
  import: 'default',
})
const form = instrumentSchema.parse(Object.values(files)[0])

/** A check on a day, with the same rating for every question. */
const check = (takenOn: string, value: number) =>
  wellbeingCheckSchema.parse({
    id: crypto.randomUUID(),
    instrumentId: form.id,
    instrumentVersion: form.version,
    takenOn,
    answers: Object.fromEntries(form.items.map(({ id }) => [id, { value, missingReason: null }])),
    note: '',
    recordedAt: `${takenOn}T18:00:00.000Z`,
  })

const newestFirst = [check('2026-03-20', 2), check('2026-03-13', 9), check('2026-03-06', 5)]

test('three checks have a course for each scale, from the first day to the last', () => {
  render(<PastChecks form={form} checks={newestFirst} />)
  for (const { title } of form.scales)
    expect(screen.getByText(`${title}: last 2, lowest 2, highest 9, 3 ratings`)).toBeTruthy()
})

test('two checks have a table and no course', () => {
  render(<PastChecks form={form} checks={newestFirst.slice(1)} />)
  expect(screen.getByRole('table')).toBeTruthy()
  expect(screen.queryAllByRole('term')).toEqual([])
})

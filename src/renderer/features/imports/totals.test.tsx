import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { FileToImport, ImportPlan, Surveyed } from '#shared/imports/import-preview.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { exampleQuestionnaire, surveyOf } from '#shared/imports/testing/example-table.ts'
import { nothingBrought } from '#shared/imports/nothing-brought.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ImportRatingsScreen } from './import-ratings-screen.tsx'

const twoForms = { ...nothingBrought, newSessions: 2, forms: 2 }
const plan = (change: Partial<Extract<ImportPlan, { kind: 'plan' }>>): ImportPlan => ({
  kind: 'plan',
  brings: twoForms,
  newCodes: [],
  unchanged: 0,
  unchangedTexts: 0,
  unchangedOwnRatings: 0,
  leftOut: { empty: 0, other: 0 },
  notes: { listed: [], further: 0 },
  problems: { listed: [], further: 0 },
  ...change,
})

/** The screen after a table was chosen, and its questionnaire. */
async function openWith(instrument: Instrument, planned: ImportPlan, ...rows: string[][]) {
  const user = userEvent.setup({ applyAccept: false })
  const preview = vi.fn<(input: FileToImport) => ImportPlan>(() => planned)
  const found: Surveyed = { kind: 'table', survey: surveyOf(...rows) }
  renderApp({
    at: '/settings/import-ratings',
    screens: { '/settings/import-ratings': ImportRatingsScreen },
    handlers: {
      imports: { survey: () => found, preview, done: () => [] },
      instruments: { list: () => [instrument] },
      drafts: fakeFormDrafts([]),
    },
  })
  await screen.findByRole('button', { name: 'Choose a file…' })
  const field = document.querySelector<HTMLInputElement>('input[type=file]')
  if (field === null) throw new Error('no field for a file')
  await user.upload(field, new File([rows.join('\n')], 'ratings.csv'))
  await user.click(await screen.findByRole('button', { name: /Instrument$/ }))
  await user.click(await screen.findByRole('option', { name: 'Three moods' }))
  const look = async () => user.click(screen.getByRole('button', { name: 'Look at the result' }))
  const mapping = () => {
    const file = preview.mock.lastCall?.[0]
    return file?.kind === 'table' ? file.mappings[0] : undefined
  }
  return { user, look, mapping }
}

const open = (planned: ImportPlan, ...rows: string[][]) => openWith(exampleQuestionnaire, planned, ...rows)

afterEach(cleanup)

const head = ['client', 'date', 'moods3_total']
const totals = [head, ['Ash', '2026-02-13', '5'], ['Ash', '2026-02-20', '4']]

test('a column named like a total is proposed as one, and its version can be unknown', async () => {
  const { user, look, mapping } = await open(plan({ brings: { ...twoForms, totals: 2 } }), ...totals)
  const only = await screen.findByRole('radio', { name: 'Totals only' })
  expect(only).toHaveProperty('checked', true)
  expect(screen.getByRole('heading', { name: 'Where the totals are' })).toBeTruthy()
  expect(screen.getByRole('button', { name: /moods3_total.*Total, given without answers$/ })).toBeTruthy()
  await look()
  expect(mapping()).toMatchObject({
    instrument: { id: 'moods-3-total-only', version: 1 },
    items: [{ item: 'total', column: 2 }],
  })
  expect(await screen.findByText(/^2 of them are totals\. Their answers are not known/)).toBeTruthy()

  await user.click(screen.getByRole('radio', { name: 'A version that I don’t know' }))
  await look()
  expect(mapping()).toMatchObject({
    instrument: { id: 'moods-3-total-only-any' },
    items: [{ item: 'total' }],
  })

  await user.click(screen.getByRole('radio', { name: 'Its answers' }))
  expect(screen.getByText('Choose where at least one answer is.')).toBeTruthy()
  expect(screen.queryByRole('radio', { name: 'A version that I don’t know' })).toBeNull()
})

test('an id without room for a form of totals is named, with what to do', async () => {
  const tooLong = { ...exampleQuestionnaire, id: 'b'.repeat(54) }
  await openWith(tooLong, plan({}), ...totals)
  expect(await screen.findByText(/^Totals of “Three moods” can’t come in.*up to 49 characters/)).toBeTruthy()
  expect(screen.queryByRole('radio', { name: 'Totals only' })).toBeNull()
  cleanup()

  const { user } = await openWith({ ...exampleQuestionnaire, id: 'b'.repeat(50) }, plan({}), ...totals)
  await user.click(await screen.findByRole('radio', { name: 'Totals only' }))
  expect(await screen.findByText(/^These count as totals of the version that Attune has\./)).toBeTruthy()
  expect(screen.queryByRole('radio', { name: 'A version that I don’t know' })).toBeNull()
})

test('totals beside the answers are compared, unless the user says no, and what differs is listed', async () => {
  const { user, look, mapping } = await open(
    plan({
      notes: {
        listed: [
          { row: 3, code: 'total-differs', column: 'moods3_total', text: '5', worked: '4' },
          { row: 9, code: 'total-alone', column: 'moods3_total', text: '7', worked: '' },
        ],
        further: 1,
      },
    }),
    ['client', 'date', 'moods_1', 'moods_2', 'moods_3', 'moods3_total'],
    ['Ash', '2026-02-13', '1', '2', '0', '3'],
    ['Ash', '2026-02-20', '2', '2', '0', '5'],
  )
  expect(await screen.findByRole('radio', { name: 'Its answers' })).toHaveProperty('checked', true)
  await look()
  expect(mapping()).toMatchObject({ totals: [{ scale: 'total', column: 5 }] })
  const table = within(
    await screen.findByRole('table', { name: 'In 3 rows, the total doesn’t go with the answers' }),
  )
  expect(
    within(table.getByRole('row', { name: /^3/ }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['moods3_total: 5', 'The answers come to 4. They are imported, the total is not.'])
  expect(screen.getByText('And one more.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Import 2 forms' })).toHaveProperty('disabled', false)

  await user.click(screen.getByRole('button', { name: /Total in the file$/ }))
  await user.click(await screen.findByRole('option', { name: 'None' }))
  await look()
  expect(mapping()).not.toHaveProperty('totals')
})

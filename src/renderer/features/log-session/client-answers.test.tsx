import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import gad7 from '../../../../assets/instruments/earlier/gad-7.1.json'
import phq9 from '../../../../assets/instruments/earlier/phq-9.1.json'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import type { Answers } from '#shared/instruments/response.ts'
import type { Response } from '#shared/records/session-log.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ReturnedScreen } from './returned-screen.tsx'
import {
  clientResponse,
  createFakeVault,
  instruments,
  logWith,
  sessionId,
  storedOf,
} from './testing/fake-vault.ts'

afterEach(cleanup)

const phq = instrumentSchema.parse(phq9)
const gad = instrumentSchema.parse(gad7)

/** Answers to the items of a form, one number each; the other items have none. */
function answersTo(instrument: Instrument, numbers: readonly number[]): Answers {
  return Object.fromEntries(
    instrument.items.map(({ id }, index) => {
      const value = numbers[index] ?? null
      return [id, { value, missingReason: value === null ? ('skipped' as const) : null }]
    }),
  )
}

function answered(instrument: Instrument, numbers: readonly number[]): Response {
  return { ...clientResponse(instrument.id, {}), answers: answersTo(instrument, numbers) }
}

async function show(responses: Response[], offered: readonly Instrument[]) {
  const log = logWith({ status: 'held', guess: 'sealed' }, { responses })
  renderApp({
    at: `/log/${sessionId}/returned`,
    screens: { '/log/$sessionId/returned': ReturnedScreen },
    handlers: {
      ...createFakeVault({ stored: storedOf(log) }).handlers,
      instruments: { ofSession: () => [...instruments, ...offered] },
    },
  })
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Show side by side' }))
  return { user, open: (name: string) => user.click(screen.getByRole('button', { name })) }
}

function cells(form: string, item: string): (string | null)[] {
  const row = within(screen.getByRole('table', { name: form })).getByRole('row', { name: new RegExp(item) })
  return within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent)
}

describe('the other forms a client answered', () => {
  test('are closed at first, each under its title and version', async () => {
    await show([answered(phq, [1, 1, 1, 1, 1, 1, 1, 1, 0]), answered(gad, [0, 0, 0, 0, 0, 0, 0])], [phq, gad])
    for (const name of ['PHQ-9, version 1', 'GAD-7, version 1']) {
      expect(screen.getByRole('button', { name }).getAttribute('aria-expanded')).toBe('false')
    }
    expect(screen.queryByRole('table', { name: 'PHQ-9, version 1' })).toBeNull()
  })

  test('show every answer in words and as a number, and the total with its range and direction', async () => {
    const { open } = await show([answered(phq, [3, 2, 1, 0, 1, 1, 1, 1, 0])], [phq])
    await open('PHQ-9, version 1')
    expect(cells('PHQ-9, version 1', 'Little interest')).toEqual(['Nearly every day', '3'])
    expect(cells('PHQ-9, version 1', 'Feeling tired')).toEqual(['Not at all', '0'])
    expect(screen.getByText('PHQ-9 total: 10. The scale runs from 0 to 27; lower is better.')).toBeTruthy()
  })

  test('say why an answer is missing and that it prevents a total', async () => {
    const { open } = await show([answered(phq, [3, 2, 1, 0, 1, 1, 1, 1])], [phq])
    await open('PHQ-9, version 1')
    expect(cells('PHQ-9, version 1', 'better off dead')).toEqual(['left out', 'none'])
    expect(
      screen.getByText(/^PHQ-9 total: no score, since 8 of 9 questions were answered and 9 are needed\./),
    ).toBeTruthy()
  })

  test('say if the total was estimated from the answers given', async () => {
    const lenient = instrumentSchema.parse({
      ...phq9,
      scales: phq9.scales.map((scale) => ({ ...scale, missing: { minimumAnswered: 7, prorate: true } })),
    })
    const { open } = await show([answered(lenient, [1, 1, 1, 1, 1, 1, 1, 3])], [lenient])
    await open('PHQ-9, version 1')
    expect(
      screen.getByText(
        /^PHQ-9 total: 11\.3\. .*8 of 9 questions were answered; these answers stand for the rest\.$/,
      ),
    ).toBeTruthy()
  })

  test('show no question of another version than the answered one', async () => {
    const { open } = await show([answered(phq, [1, 1])], [{ ...phq, version: 2 }])
    await open('PHQ-9, version 1')
    expect(screen.getByText(/answered in version 1, which is no longer offered/)).toBeTruthy()
    expect(screen.getByText(/The 2 answers are kept/)).toBeTruthy()
    expect(screen.queryByText(/Little interest/)).toBeNull()
  })

  test('have their id as title if the form is not offered', async () => {
    const { open } = await show([answered(gad, [1])], [])
    await open('gad-7, version 1')
    expect(screen.getByText(/The 1 answer is kept/)).toBeTruthy()
  })
})

test('forms that were entered from paper are named with the day, and those from the screen are not', async () => {
  const onPaper = (instrument: Instrument, fromPaperAt: string) => ({
    ...answered(instrument, [1]),
    fromPaperAt,
  })
  await show(
    [
      onPaper(phq, '2026-05-12T10:00:00.000Z'),
      onPaper(gad, '2026-05-12T12:00:00.000Z'),
      clientResponse('attune-alliance-client', { goals: 5 }),
    ],
    [phq, gad],
  )
  expect(screen.getByText('Entered from paper on May 12, 2026: PHQ-9 and GAD-7.')).toBeTruthy()
  expect(screen.getAllByText(/^Entered from paper/)).toHaveLength(1)
})

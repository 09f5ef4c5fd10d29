import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import type { ForesightSum, ForesightSums } from '#shared/foresight/foresight.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ForesightCard } from './foresight-card.tsx'

afterEach(cleanup)

const few: ForesightSum = { n: 7, clients: 3, result: null }
const enough: ForesightSum = {
  n: 24,
  clients: 6,
  result: {
    hits: 10,
    interval: { value: 10 / 24, low: 0.24, high: 0.62 },
    commonest: { outcome: 'same', happened: 12 },
    isMore: false,
    outcomes: [
      { outcome: 'same', happened: 12, foreseen: 8 },
      { outcome: 'lower', happened: 12, foreseen: 2 },
    ],
  },
}
const sums: ForesightSums = { isOn: true, sealed: 2, opened: 7, rating: few, coming: few }

function show(change: Partial<ForesightSums> | AppError) {
  renderApp({
    at: '/',
    screens: { '/': ForesightCard },
    handlers: {
      foresight: {
        get: () => ({ isOn: change instanceof AppError || change.isOn !== false }),
        sums: () => {
          if (change instanceof AppError) throw change
          return { ...sums, ...change }
        },
      },
    },
  })
}
const measure = (name: string) => screen.findByRole('region', { name })

test('nothing is shown while it is switched off', async () => {
  show({ isOn: false })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(screen.queryByText('What you foresaw')).toBeNull()
})

test('below what is needed it is silent, and says what is missing', async () => {
  show({ coming: { n: 21, clients: 4, result: null } })
  await screen.findByText('7 answers have opened, 2 are still sealed.')
  expect((await measure('How the next rating went')).textContent).toContain(
    'Too few to say: 7 opened answers, 3 clients. Still needed: 13 opened answers and 2 clients.',
  )
  expect((await measure('Whether the client came')).textContent).toContain('Still needed: 1 client.')
  expect(screen.queryByText(/interval \d/)).toBeNull()
})

test('what was foreseen stands beside the base rate, with its interval and what was missed', async () => {
  show({ opened: 24, rating: enough })
  const found = await measure('How the next rating went')
  expect(found.textContent).toContain(
    'You foresaw 10 of 24 (42%, interval 24% to 62%, 6 clients). Always saying “About the same” would have been right 12 times. Any difference between the two can be chance.',
  )
  expect(
    within(found)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['About the same: 12. Foreseen 8, missed 4.', 'Lower: 12. Foreseen 2, missed 10.'])
  await screen.findByText(/in at most 3 of 100/)
})

test('more than chance is said only where it is', async () => {
  const { result } = enough
  show({ rating: { ...enough, result: result && { ...result, isMore: true } } })
  expect((await measure('How the next rating went')).textContent).toContain(
    'by a difference that chance alone seldom makes',
  )
})

test('a failure is shown with what to do', async () => {
  show(new AppError('vault-damaged'))
  await screen.findByRole('alert')
})

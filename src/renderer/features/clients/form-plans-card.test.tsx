import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import type { FormPlan, PlannedForm } from '#shared/records/form-plan.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { FormPlansCard } from './form-plans-card.tsx'
import { exampleItem } from './testing/example-item.ts'

const files = import.meta.glob<unknown>('../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})
const available = ['attune-alliance-client', 'phq-9'].map((id) =>
  instrumentSchema.parse(files[`../../../../assets/instruments/${id}.json`]),
)
const clientId = exampleItem('K-07', 'active').client.id

afterEach(cleanup)

async function show(start: Partial<PlannedForm> = {}) {
  let phq9: PlannedForm = { instrumentId: 'phq-9', plan: null, declined: null, ...start }
  let failure: AppError | null = null
  const plans: FormPlan[] = []
  const app = renderApp({
    at: '/',
    screens: { '/': () => <FormPlansCard clientId={clientId} /> },
    handlers: {
      clients: {
        forms: () => ({ instrumentIds: available.map(({ id }) => id), isUsual: false, available }),
      },
      formPlans: {
        ofClient: () => [phq9],
        set: ({ plan }) => {
          if (failure) throw failure
          plans.push(plan)
          phq9 = { ...phq9, plan }
          return undefined
        },
        askAgain: () => {
          phq9 = { ...phq9, declined: null }
          return undefined
        },
      },
    },
  })
  const card = within(await screen.findByRole('region', { name: 'When each form is given' }))
  return {
    ...app,
    card,
    plans,
    user: userEvent.setup(),
    fail: () => {
      failure = new AppError('disk-full')
    },
  }
}

test('a form is planned choice by choice, each kept at once, and the line says it', async () => {
  const { card, plans, user, failures } = await show()
  expect(card.getByText('PHQ-9: at every session, at the end.')).toBeTruthy()
  await user.click(card.getByRole('button', { name: 'Change PHQ-9' }))
  await user.click(card.getByRole('radio', { name: 'Every few sessions' }))
  expect(await card.findByText('PHQ-9: every 4 sessions, at the end.')).toBeTruthy()
  await user.click(card.getByRole('radio', { name: 'At the beginning' }))
  await user.click(card.getByRole('radio', { name: 'Once a month' }))
  expect(card.getByText('It is due a month after the client last answered it.')).toBeTruthy()
  await waitFor(() =>
    expect(plans).toEqual([
      { rhythm: { kind: 'every-nth', n: 4 }, moment: 'after', lastDay: null },
      { rhythm: { kind: 'every-nth', n: 4 }, moment: 'beginning', lastDay: null },
      { rhythm: { kind: 'monthly' }, moment: 'beginning', lastDay: null },
    ]),
  )
  expect(await card.findByText('Saved.')).toBeTruthy()
  await user.click(card.getByRole('button', { name: 'Done PHQ-9' }))
  expect(card.queryByRole('radio')).toBeNull()
  expect(card.getByText('PHQ-9: once a month, at the beginning.')).toBeTruthy()
  expect(failures).toEqual([])
})

test('a last day counts once it is whole, and nothing is sent for half of one', async () => {
  const { card, plans, user } = await show()
  await user.click(card.getByRole('button', { name: 'Change PHQ-9' }))
  const part = (name: RegExp) => card.getByRole('spinbutton', { name })
  await user.click(part(/month/))
  await user.keyboard('0831')
  expect(plans).toEqual([])
  await user.keyboard('2026')
  await waitFor(() => expect(plans.at(-1)?.lastDay).toBe('2026-08-31'))
  expect(await card.findByText(/at the end, until Aug 31, 2026\.$/)).toBeTruthy()
})

test('a choice that could not be kept is taken back, and said', async () => {
  const { card, user, fail } = await show()
  fail()
  await user.click(card.getByRole('button', { name: 'Change PHQ-9' }))
  await user.click(card.getByRole('radio', { name: 'Once a month' }))
  expect(await card.findByRole('alert')).toBeTruthy()
  expect(card.getByText('PHQ-9: at every session, at the end.')).toBeTruthy()
})

test('a declined form says since when, and is given again only on request', async () => {
  const { card, user } = await show({ declined: { on: '2026-03-03', by: 'therapist' } })
  expect(card.getByText(/as you noted on Mar 3, 2026/)).toBeTruthy()
  expect(card.queryByRole('button', { name: 'Change PHQ-9' })).toBeNull()
  await user.click(card.getByRole('button', { name: 'Ask again PHQ-9' }))
  expect(await card.findByRole('button', { name: 'Change PHQ-9' })).toBeTruthy()
})

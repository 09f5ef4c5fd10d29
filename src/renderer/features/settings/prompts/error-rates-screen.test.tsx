import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { errorRates } from '#shared/prompts/error-rates.ts'
import { summariseRules } from '#shared/prompts/rule-summary.ts'
import { ownRules, rules } from '#shared/prompts/rules/rules.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ErrorRatesScreen } from './error-rates-screen.tsx'

afterEach(cleanup)

test('every rule about clients is listed with how often it speaks in stable clients', async () => {
  renderApp({
    at: '/settings/error-rates',
    screens: { '/settings/error-rates': ErrorRatesScreen },
    handlers: { prompts: { rules: () => summariseRules([], new Map()) } },
  })
  for (const { title } of rules) expect(await screen.findByRole('rowheader', { name: title })).toBeTruthy()
  expect(screen.getAllByRole('row')).toHaveLength(rules.length + 1)
  expect(screen.queryByRole('rowheader', { name: ownRules[0]?.title ?? '' })).toBeNull()
  const { stable, varying } = errorRates.perSession
  expect(screen.getByText(new RegExp(`${String(stable)} prompts a session.*${String(varying)}`))).toBeTruthy()
})

test('a change of 4 points is crossed by chance more often than one of 6', async () => {
  renderApp({
    at: '/settings/error-rates',
    screens: { '/settings/error-rates': ErrorRatesScreen },
    handlers: { prompts: { rules: () => [] } },
  })
  expect(await screen.findByText(/^4 points, error 2: .*53\s?% in 20 weeks/)).toBeTruthy()
  expect(screen.getByText(/^6 points, error 2: .*21\s?% in 20 weeks/)).toBeTruthy()
})

test('a rule that no invented client can meet is said not to have come up, and never counted as 0', async () => {
  renderApp({
    at: '/settings/error-rates',
    screens: { '/settings/error-rates': ErrorRatesScreen },
    handlers: { prompts: { rules: () => summariseRules([], new Map()) } },
  })
  const unmet = rules.find(({ id }) => id === 'outcome-reliably-worse')
  const row = (await screen.findByRole('rowheader', { name: unmet?.title ?? '' })).closest('tr')
  expect(row?.textContent).toContain('–––did not come up')
})

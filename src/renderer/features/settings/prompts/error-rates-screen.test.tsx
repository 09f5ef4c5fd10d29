import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { errorRates } from '#shared/prompts/error-rates.ts'
import { summariseRules } from '#shared/prompts/rule-summary.ts'
import { ownRules, rules } from '#shared/prompts/rules/rules.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { ErrorRatesScreen } from './error-rates-screen.tsx'

afterEach(cleanup)

const withoutFigures: ReadonlySet<string> = new Set(
  errorRates.rules.filter(({ kind }) => kind !== 'simulated').map(({ ruleId }) => ruleId),
)

test('every rule about clients is listed with how often it speaks in stable clients', async () => {
  renderApp({
    at: '/settings/error-rates',
    screens: { '/settings/error-rates': ErrorRatesScreen },
    handlers: { prompts: { rules: () => summariseRules([], new Map()) } },
  })
  await screen.findAllByRole('rowheader')
  const listed = rules.filter(({ id }) => !withoutFigures.has(id))
  for (const { title } of listed) expect(screen.getByRole('rowheader', { name: title })).toBeTruthy()
  // Each of the two tables has a row of headings.
  expect(screen.getAllByRole('row')).toHaveLength(listed.length + 2)
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

test('a rule that repeats a note, or was not simulated, is named without figures', async () => {
  renderApp({
    at: '/settings/error-rates',
    screens: { '/settings/error-rates': ErrorRatesScreen },
    handlers: { prompts: { rules: () => summariseRules([], new Map()) } },
  })
  await screen.findAllByRole('rowheader')
  const titleOf = (id: string) => rules.find((rule) => rule.id === id)?.title ?? ''
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toContain(
    titleOf('client-cried'),
  )
  expect(screen.queryByRole('rowheader', { name: titleOf('client-cried') })).toBeNull()
  expect(
    screen.getByText(new RegExp(`is not known: ${titleOf('feeling-read-not-explored')}\\.`)),
  ).toBeTruthy()
})

import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { summariseRules } from '#shared/prompts/rule-summary.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { PromptRulesScreen } from './prompt-rules-screen.tsx'

function show({ refuses = false } = {}) {
  const off = new Map<string, string>()
  const app = renderApp({
    at: '/settings/prompts',
    screens: { '/settings/prompts': PromptRulesScreen },
    handlers: {
      prompts: {
        rules: () => summariseRules([], off),
        switchRule: ({ ruleId, isOn }) => {
          if (refuses) throw new AppError('vault-read-only')
          if (isOn) off.delete(ruleId)
          else off.set(ruleId, '2026-03-20T15:00:00.000Z')
          return undefined
        },
      },
    },
  })
  return { ...app, off, user: userEvent.setup() }
}

afterEach(cleanup)

test('rules are listed by area, can be searched, and show their text', async () => {
  const { user, failures } = show()
  expect(await screen.findByRole('region', { name: 'Ruptures and repair' })).toBeTruthy()
  await user.type(screen.getByRole('searchbox', { name: 'Find a rule' }), 'tears')
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toContain(
    'After tears',
  )
  expect(screen.queryByRole('region', { name: 'Ruptures and repair' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'What it would say' }))
  expect(screen.getByText(/^For example: The client cried in session 2/)).toBeTruthy()
  expect(failures).toEqual([])
})

test('a word that no rule has leads back to all of them', async () => {
  const { user } = show()
  await user.type(await screen.findByRole('searchbox', { name: 'Find a rule' }), 'zebra')
  await user.click(screen.getByRole('button', { name: 'Show all rules' }))
  expect(await screen.findByRole('region', { name: 'Ruptures and repair' })).toBeTruthy()
})

test('a rule can be switched off and on again, and shows its state', async () => {
  const { user, off } = show()
  await user.type(await screen.findByRole('searchbox', { name: 'Find a rule' }), 'tears')
  await user.click(screen.getByRole('button', { name: /^Switch off ?: After tears/ }))
  expect(await screen.findByText(/“After tears” is switched off/)).toBeTruthy()
  expect(await screen.findByText('Off since Mar 20, 2026')).toBeTruthy()
  expect([...off.keys()]).toEqual(['client-cried'])
  await user.click(screen.getByRole('button', { name: /^Switch on ?: After tears/ }))
  expect(await screen.findByText(/“After tears” is on again/)).toBeTruthy()
  expect(off.size).toBe(0)
})

test('a switch that could not be saved says so', async () => {
  const { user } = show({ refuses: true })
  await user.type(await screen.findByRole('searchbox', { name: 'Find a rule' }), 'tears')
  await user.click(screen.getByRole('button', { name: /^Switch off ?: After tears/ }))
  expect(await within(document.body).findByRole('alert')).toBeTruthy()
  expect(screen.queryByText(/Off since/)).toBeNull()
})

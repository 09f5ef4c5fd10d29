import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { exampleClient } from '#shared/overview/testing/example-sessions.ts'
import { sessionIdSchema } from '#shared/records/ids.ts'
import type { Risk } from '#shared/risk/risk.ts'
import { exampleRisk, fakeRisks } from '#renderer/testing/fake-risks.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { SavedStep } from './saved-step.tsx'

afterEach(cleanup)

const session = {
  id: sessionIdSchema.parse('11111111-1111-4111-8111-111111111111'),
  number: 2,
  date: '2026-05-12',
  guess: 'open',
  isBegun: true,
} as const

/** The names of the main buttons, once the risk answers are known. */
async function mainButtons(risks: Risk[]): Promise<(string | null)[]> {
  renderApp({
    at: '/',
    screens: {
      '/': () => <SavedStep client={exampleClient} session={session} isChanged onMore={() => undefined} />,
    },
    handlers: {
      risk: fakeRisks(risks).handlers,
      drafts: fakeFormDrafts([]),
    },
  })
  await screen.findByRole('link', { name: 'Read the session' })
  if (risks.length > 0) await screen.findByRole('button', { name: /^I have read/ })
  return [...document.querySelectorAll('[class*="primary"]')].map(({ textContent }) => textContent)
}

test('a saved sheet leads to its session, but an unread answer that asks for attention comes first', async () => {
  expect(await mainButtons([])).toEqual(['Read the session'])
  cleanup()
  const [only, ...more] = await mainButtons([exampleRisk({ sessionId: session.id })])
  expect(only).toMatch(/^I have read/)
  expect(more).toEqual([])
})

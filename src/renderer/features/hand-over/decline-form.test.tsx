import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { HandOverAnswers } from '#shared/contract/operations/hand-over.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { HandOverScreen } from './hand-over-screen.tsx'
import { shippedForm } from './testing/open-hand-over.ts'

const instruments = ['phq-9', 'attune-alliance-client'].map(shippedForm)

afterEach(cleanup)

async function start(canDecline: string[]) {
  let given: HandOverAnswers = { answers: {}, comment: '', ownRatings: {}, declined: [] }
  const app = renderApp({
    at: '/',
    screens: { '/': HandOverScreen },
    state: () => 'handOver',
    handlers: {
      vault: { status: () => vaultStatus({ state: 'handOver' }) },
      handOver: {
        together: () => null,
        form: () => ({
          instruments,
          ownWords: { isFirst: false, asked: [] },
          canDecline,
          ...given,
          isFinished: false,
        }),
        saveAnswers: (answers) => {
          given = answers
          return undefined
        },
      },
    },
  })
  const user = userEvent.setup()
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }))
  await press('Start')
  return { ...app, user, press, given: () => given }
}

const decline = 'I’d rather not fill in this form'

test('a planned form can be declined on its first screen: its answers go, and the next form comes', async () => {
  const { user, press, given, failures } = await start(['phq-9'])
  await user.click(screen.getAllByRole('radio')[1]!)
  await waitFor(() => expect(Object.keys(given().answers['phq-9'] ?? {})).toHaveLength(1))
  await press(decline)
  await press('Leave it out')
  await screen.findByRole('radiogroup', { name: 'What I want to change' })
  await waitFor(() => expect(given()).toMatchObject({ answers: {}, declined: ['phq-9'] }))
  expect(screen.queryByRole('button', { name: decline })).toBeNull()
  // There is no way back to it.
  await press('Back')
  await press('Start')
  expect(screen.getByRole('radiogroup', { name: 'What I want to change' })).toBeTruthy()
  expect(failures).toEqual([])
})

test('it asks once, and going on keeps the answers', async () => {
  const { user, press, given } = await start(['phq-9'])
  await user.click(screen.getAllByRole('radio')[1]!)
  await press(decline)
  await press('Go on with it')
  await waitFor(() => expect(Object.keys(given().answers['phq-9'] ?? {})).toHaveLength(1))
  expect(given().declined).toEqual([])
  await press('Next')
  expect(screen.queryByRole('button', { name: decline })).toBeNull()
})

test('without a plan there is nothing to decline', async () => {
  await start([])
  expect(screen.queryByRole('button', { name: decline })).toBeNull()
})

import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import type { SeenTogether } from '#shared/overview/seen-together.ts'
import { handOver, passphrase, sessionId } from './testing/open-hand-over.ts'

afterEach(cleanup)

describe('both views, looked at together', () => {
  const view = (id: string, client: number, therapist: number) => ({
    id,
    text: `About ${id}`,
    minimum: 0,
    maximum: 10,
    low: 'Not at all',
    high: 'Very much',
    client,
    therapist,
  })
  const seen = (...views: SeenTogether['views']): SeenTogether => ({ answer: null, views })
  const agree = () => userEvent.click(screen.getByRole('button', { name: 'Yes, show it' }))

  test('the client is asked first, and nothing of either view is there before', async () => {
    await handOver({ seen: seen(view('goals', 7, 2)) })
    expect(
      screen.getByRole('heading', { level: 1, name: 'Would you like to look at this together?' }),
    ).toBeTruthy()
    expect(document.body.textContent).not.toContain('About goals')
    await agree()
    expect(
      await screen.findByRole('heading', { level: 1, name: 'This session, as each of us saw it' }),
    ).toBeTruthy()
    expect(screen.getByText('You 7, your therapist 2')).toBeTruthy()
    expect(
      screen.getByText('You are furthest apart here: “About goals” (you 7, your therapist 2).'),
    ).toBeTruthy()
    expect(screen.getByText('What did each of you have in mind?')).toBeTruthy()
  })

  test('a client who says no sees nothing of it', async () => {
    await handOver({ seen: seen(view('goals', 7, 2)) })
    await userEvent.click(screen.getByRole('button', { name: 'No, thank you' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'That is fine.' })).toBeTruthy()
    expect(document.body.textContent).not.toContain('About goals')
    expect(screen.queryByRole('button', { name: 'Yes, show it' })).toBeNull()
  })

  test.each([
    ['the same numbers', [view('a', 5, 5), view('b', 9, 9)], 'You both put the same numbers.'],
    ['numbers one apart', [view('a', 5, 6), view('b', 9, 9)], 'You are close on everything'],
    [
      'several gaps of the same width',
      [view('a', 2, 5), view('b', 9, 6), view('c', 4, 7)],
      'You are 3 apart on several of these.',
    ],
  ])('%s are said in plain words', async (_what, views, words) => {
    await handOver({ seen: seen(...views) })
    await agree()
    expect(await screen.findByText(new RegExp(words))).toBeTruthy()
  })

  test('returning asks for the proof, and leads to the line on what was said', async () => {
    await handOver({ seen: seen(view('goals', 7, 2)) })
    await agree()
    await userEvent.click(await screen.findByRole('button', { name: 'I am the therapist' }))
    expect(screen.getByText('Nothing on this page is saved. It closes when you return.')).toBeTruthy()
    await userEvent.type(screen.getByLabelText('Your passphrase'), passphrase)
    await userEvent.click(screen.getByRole('button', { name: 'Go back to Attune' }))
    await waitFor(() => expect(window.location.hash).toBe(`#/log/${sessionId}/returned#together`))
  })
})

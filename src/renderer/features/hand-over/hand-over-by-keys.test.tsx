import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { handOver, press, question, shippedForm } from './testing/open-hand-over.ts'

afterEach(cleanup)

describe('the form by keyboard', () => {
  const focused = () => document.activeElement
  const radio = (group: string, name: string) => question(group).getByRole('radio', { name })

  test('starts each screen at its first question, and Enter after the last answer goes on', async () => {
    const { user, given } = await handOver()
    await press('Start')
    expect(focused()).toBe(radio('What I want to change', '0 out of 10'))
    await user.keyboard('7{Enter}')
    expect(focused()).toBe(radio('The point of what we do in our sessions', '0 out of 10'))
    await user.keyboard('4{Enter}')
    expect(screen.getByText('2 of 6')).toBeTruthy()
    expect(focused()).toBe(radio('How it felt to be with my therapist today', '0 out of 10'))
    await press('Back')
    expect(focused()).toBe(radio('What I want to change', '7 out of 10'))
    await waitFor(() => expect(given().answers['attune-alliance-client']?.['tasks']?.value).toBe(4))
  })

  test('fault 282: Enter passes no question that has no answer, until it is pressed on Next', async () => {
    const { user } = await handOver()
    await press('Start')
    await user.keyboard('{Enter}4{Enter}')
    expect(screen.getByText('1 of 6')).toBeTruthy()
    expect(focused()).toBe(screen.getByRole('button', { name: 'Next' }))
    await user.keyboard('{Enter}')
    expect(screen.getByText('2 of 6')).toBeTruthy()
  })

  test('fault 282: a key that is held down leafs through nothing, even if all is answered', async () => {
    const all = Object.fromEntries(
      shippedForm('attune-alliance-client').items.map(({ id }) => [id, { value: 5, missingReason: null }]),
    )
    const { user } = await handOver({ answers: { 'attune-alliance-client': all } })
    await press('Start')
    await user.keyboard('{Enter}')
    fireEvent.keyDown(focused()!, { key: 'Enter', repeat: true })
    expect(screen.getByText('1 of 6')).toBeTruthy()
    fireEvent.keyDown(focused()!, { key: 'Enter' })
    expect(screen.getByText('2 of 6')).toBeTruthy()
  })

  test('reaches Next by Tab without passing “Take back”, and Backspace takes back', async () => {
    const { user, given } = await handOver()
    await press('Start')
    await user.keyboard('7{Enter}4{Tab}')
    expect(focused()).toBe(screen.getByRole('button', { name: 'Back' }))
    await user.keyboard('{Shift>}{Tab}{/Shift}{Backspace}')
    await waitFor(() =>
      expect(given().answers['attune-alliance-client']).toEqual({ goals: { value: 7, missingReason: null } }),
    )
    expect(screen.getAllByRole('button', { name: /^Take back/ })).toHaveLength(1)
  })

  test('ends in the field for the comment', async () => {
    await handOver()
    await press('Start')
    for (let page = 1; page < 6; page += 1) await press('Next')
    expect(focused()).toBe(screen.getByRole('textbox'))
  })

  test('names the instruction for the questions below it', async () => {
    await handOver()
    await press('Start')
    const instruction = 'Think about today. There is no right answer. Low numbers help too.'
    expect(within(screen.getByRole('group', { name: instruction })).getAllByRole('radiogroup')).toHaveLength(
      2,
    )
  })

  test('keeps the focus where it is when an answer brings another screen', async () => {
    const { user } = await handOver({ instruments: [shippedForm('phq-9')] })
    await press('Start')
    expect(screen.getByText('1 of 4')).toBeTruthy()
    await user.keyboard('2')
    expect(screen.getByText('1 of 5')).toBeTruthy()
    expect(focused()).toBe(screen.getAllByRole('radio', { name: 'More than half the days' })[0])
  })
})

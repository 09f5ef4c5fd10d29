import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { previewPack } from '#shared/instruments/packs/index.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { OwnInstrumentScreen } from './own-instrument-screen.tsx'

afterEach(cleanup)

/** A slow typist, who looks at the paper between the words. */
const keysPerMinute = 150

const questions = Array.from(
  { length: 12 },
  (_, at) => `${String(at + 1)}. In the last week I could talk about what was hard for me with ease.`,
)

test('an instrument of twelve questions gets from paper to its preview within ten minutes, by keyboard', async () => {
  const user = userEvent.setup({ delay: null })
  renderApp({
    at: '/settings/instruments/own',
    screens: { '/settings/instruments/own': OwnInstrumentScreen },
    handlers: {
      drafts: fakeFormDrafts([]),
      packs: {
        list: () => [],
        preview: ({ text }) => ({ preview: previewPack(text), next: { kind: 'new', version: 1 } }),
      },
    },
  })
  await screen.findByRole('textbox', { name: 'Title' })
  const counted = { texts: 0, others: 0 }
  const press = async (key: string): Promise<void> => {
    counted.others += 1
    await user.keyboard(`{${key}}`)
  }
  const reach = async (isThere: () => boolean): Promise<void> => {
    for (let tabs = 0; tabs < 80; tabs += 1) {
      if (isThere()) return
      counted.others += 1
      await user.tab()
    }
    throw new Error('it can’t be reached by keyboard')
  }
  const type = async (name: string, text: string): Promise<void> => {
    const field = screen.getByRole('textbox', { name })
    await reach(() => document.activeElement === field)
    // What is pasted here is typed by a person.
    counted.texts += text.length
    await user.paste(text)
  }
  const choose = async (name: string): Promise<void> => {
    const radio = screen.getByRole<HTMLInputElement>('radio', { name })
    const group = radio.closest('[role=radiogroup]')
    await reach(() => group?.contains(document.activeElement) === true)
    for (let steps = 0; steps < 6 && document.activeElement !== radio; steps += 1) await press('ArrowRight')
    if (!radio.checked) await press(' ')
    expect(radio.checked).toBe(true)
  }

  await type('Title', 'My twelve')
  await type('What it measures', 'How well talking goes.')
  await choose('The client')
  await choose('Before the session')
  await type('What is said above the questions', 'Think of the last week.')
  await type('The questions, one a line', questions.join('\n'))
  await choose('Words for every answer')
  await type('The answers, one a line', 'Never\nSeldom\nSometimes\nOften\nAlways')
  await type('What the score is called', 'Talking')
  await choose('Sum')
  await choose('Higher is better')
  await type('Licence', 'Free to use')
  await type('Whose work it is', 'Our clinic')
  await type('Who may use it', 'Our clinic')
  await type('Validation', 'Not validated')
  const show = screen.getByRole('button', { name: 'Show what would be saved' })
  await reach(() => document.activeElement === show)
  await press('Enter')
  expect(await screen.findByText('My twelve is ready. This is what would be saved.')).toBeTruthy()

  // What is not on the paper takes few keys.
  expect(counted.others).toBeLessThanOrEqual(70)
  expect((counted.texts + counted.others) / keysPerMinute).toBeLessThanOrEqual(10)
})

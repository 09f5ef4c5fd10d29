import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { previewPack } from '#shared/instruments/packs/index.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { OwnInstrumentScreen } from './own-instrument-screen.tsx'

afterEach(cleanup)

function open(drafts: StoredFormDraft[] = []) {
  const saved: Instrument[] = []
  const app = renderApp({
    at: '/settings/instruments/own',
    screens: { '/settings/instruments/own': OwnInstrumentScreen },
    handlers: {
      drafts: fakeFormDrafts(drafts),
      packs: {
        list: () => [],
        preview: ({ text }) => ({ preview: previewPack(text), next: { kind: 'new', version: 1 } }),
        import: ({ text }) => {
          const preview = previewPack(text)
          if (!preview.ok) return { kind: 'refused', preview }
          saved.push(preview.instrument)
          return {
            kind: 'imported',
            isRenumbered: false,
            pack: {
              instrument: preview.instrument,
              state: 'offered',
              origin: 'imported',
              source: 'attune',
              importedAt: '2026-03-20T15:00:00.000Z',
              isUsed: false,
              actions: { canRetire: true, canOfferAgain: false, canRemove: true },
            },
          }
        },
      },
    },
  })
  return { ...app, saved, drafts, user: userEvent.setup() }
}

const box = (name: string) => screen.findByRole('textbox', { name })
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

async function typeAll(user: ReturnType<typeof userEvent.setup>) {
  await user.type(await box('Title'), 'My calm')
  await user.type(await box('What it measures'), 'Calm')
  await user.type(await box('What is said above the questions'), 'This week')
  await user.type(await box('The questions, one a line'), 'Were you calm?{Enter}Were you at ease?')
  await user.click(screen.getByRole('radio', { name: 'Words for every answer' }))
  await user.type(await box('The answers, one a line'), 'Never{Enter}Sometimes{Enter}Often')
  for (const name of ['The client', 'Before the session', 'Sum', 'Higher is better'])
    await user.click(screen.getByRole('radio', { name }))
  await user.type(await box('What the score is called'), 'Calm')
  await user.type(await box('Licence'), 'Ours')
  await user.type(await box('Whose work it is'), 'Us')
  await user.type(await box('Who may use it'), 'We')
  await user.type(await box('Validation'), 'Not validated')
}

describe('an instrument written from paper', () => {
  test('is shown whole before it is saved, and its draft is gone then', async () => {
    const { user, saved, drafts } = open()
    await typeAll(user)
    expect(screen.getByText('2 questions so far.')).toBeTruthy()
    await vi.waitFor(() => expect(drafts).toHaveLength(1))
    await press('Show what would be saved')
    expect(await screen.findByText('My calm is ready. This is what would be saved.')).toBeTruthy()
    expect(screen.getByText('Sum, from 0 to 4; higher is better')).toBeTruthy()
    expect(screen.getByText(/Say what these scores measure/)).toBeTruthy()
    expect(saved).toEqual([])
    await press('Save this instrument')
    expect(await screen.findByText('My calm is saved as version 1 and is offered from now on.')).toBeTruthy()
    expect(saved).toMatchObject([{ id: 'my-calm', items: [{ text: 'Were you calm?' }, {}] }])
    expect(drafts).toEqual([])
  })

  test('says at each field what is missing', async () => {
    const { user } = open()
    await user.type(await box('The questions, one a line'), 'Were you calm?')
    await press('Show what would be saved')
    expect((await screen.findByRole('alert')).textContent).toMatch(/Some things are still missing/)
    expect(screen.getByText('Choose how the paper shows the answers.')).toBeTruthy()
    expect((await box('Title')).getAttribute('aria-invalid')).toBe('true')
    await vi.waitFor(async () => expect(document.activeElement).toBe(await box('Title')))
  })

  test('without a question says so at the questions', async () => {
    open()
    const questions = await box('The questions, one a line')
    await press('Show what would be saved')
    expect(await screen.findByText('Type at least one question, and at most 200.')).toBeTruthy()
    expect(questions.getAttribute('aria-invalid')).toBe('true')
  })

  test('goes back to the form as it was', async () => {
    const { user } = open()
    await typeAll(user)
    await press('Show what would be saved')
    await screen.findByText(/is ready/)
    await press('Change what I added')
    expect(await screen.findByDisplayValue('My calm')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Sum' }).checked).toBe(true)
  })

  test('gives some questions other answers', async () => {
    const { user } = open()
    await typeAll(user)
    await press('Some questions have other answers')
    await user.click(screen.getAllByRole('radio', { name: 'A row of numbers with words at its ends' })[1]!)
    for (const [name, value] of [
      ['Lowest number', '0'],
      ['Highest number', '10'],
      ['Words at the lowest', 'Not at all'],
      ['Words at the highest', 'Fully'],
    ] as const)
      await user.type(await box(name), value)
    await user.click(screen.getAllByRole('checkbox', { name: '2. Were you at ease?' })[0]!)
    await press('Show what would be saved')
    expect(await screen.findByText(/From 0 \(Not at all\) to 10 \(Fully\)/)).toBeTruthy()
    expect(screen.getByText('Sum, from 0 to 12; higher is better')).toBeTruthy()
  })

  test('outlives a lock as a draft', async () => {
    const { user, drafts, unmount } = open()
    await typeAll(user)
    expect(await saveUnsaved()).toBe(true)
    unmount()
    open(drafts)
    expect(await screen.findByDisplayValue('My calm')).toBeTruthy()
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'The answers, one a line' }).value).toBe(
      'Never\nSometimes\nOften',
    )
    await press('Show what would be saved')
    expect(await screen.findByText(/is ready/)).toBeTruthy()
  })
})

import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { sessionIdSchema } from '#shared/records/ids.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { clientId, createFakeVault } from './testing/fake-vault.ts'
import {
  begun,
  blankDraft,
  focusedQuestion,
  notes,
  open,
  press,
  radios,
  rateAll,
} from './testing/open-log.ts'

afterEach(cleanup)

const otherId = sessionIdSchema.parse('2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d77')

describe('a new log', () => {
  test('has no preset ratings', async () => {
    await open(createFakeVault({ draft: blankDraft() }), '#after')
    expect(screen.getAllByText('Not rated')).toHaveLength(14)
    expect(radios().filter((radio) => radio.checked)).toEqual([])
  })

  test('takes all fourteen ratings by digits, Enter leaves the words, and Ctrl+Enter saves it as held', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user, failures } = await open(vault, '#after')
    await rateAll(user, ['7', '8', '6', '7', '5', '7', '3'])
    expect(document.activeElement?.closest('[role=toolbar]')).toBeTruthy()
    await user.keyboard('{Enter}4212630')
    expect(document.activeElement?.textContent).toContain('Seal the guess')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/^Saved /)
    expect(failures).toEqual([])
    const [save] = vault.saves
    expect(save?.expectedRevision).toBe(0)
    expect(save?.log.session.status).toBe('held')
    expect(save?.log.session.guess).toBe('open')
    expect(save?.log.responses.map(({ instrumentId }) => instrumentId)).toEqual([
      'attune-alliance-therapist',
      'attune-own-empathy',
      'attune-feelings-after',
      'attune-emotions-guess',
    ])
  })

  test('saves missing ratings as left out, and omits a form without any answer', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user } = await open(vault, '#after')
    await rateAll(user, ['7'])
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    const responses = vault.saves[0]?.log.responses
    expect(responses).toHaveLength(1)
    expect(responses?.[0]?.answers).toEqual({
      goals: { value: 7, missingReason: null },
      tasks: { value: null, missingReason: 'skipped' },
      bond: { value: null, missingReason: 'skipped' },
      overall: { value: null, missingReason: 'skipped' },
    })
  })

  test('saved from Before, has begun', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user } = await open(vault)
    await rateAll(user, ['7', '2'])
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.status).toBe('begun')
    expect(vault.saves[0]?.log.responses[0]?.occasion).toBe('before')
    // Before leads to After, where the first question has the focus.
    await waitFor(() => expect(focusedQuestion()).toBe('What my client wants to change'))
  })

  test('saved from Before without a rating, stays planned and on Before', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user } = await open(vault)
    await user.click(screen.getByLabelText('By video'))
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session).toMatchObject({ status: 'planned', modality: 'video' })
    expect(screen.getByRole('tab', { name: 'Before' }).getAttribute('aria-selected')).toBe('true')
  })

  test('moves from the last rating of Before to the words below it', async () => {
    const { user } = await open(createFakeVault({ draft: blankDraft() }))
    await rateAll(user, ['7', '2'])
    expect(document.activeElement?.closest('[role=toolbar]')).toBeTruthy()
  })

  test('can be saved from Before without being begun', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user } = await open(vault)
    await rateAll(user, ['7'])
    await press(user, 'Keep as planned')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.status).toBe('planned')
  })

  test('focuses the next step after saving', async () => {
    const { user } = await open(createFakeVault({ draft: blankDraft() }), '#after')
    await rateAll(user, ['7'])
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Hand over'))
    expect(screen.getByRole('link', { name: 'Today' }).getAttribute('href')).toBe('/')
    expect(screen.getByText('Open Otter’s page')).toBeTruthy()
  })

  test('fault 251: is kept nowhere before its first entry, and no more once that is taken back', async () => {
    const vault = createFakeVault()
    const { user } = await open(vault, `/of/${clientId}`)
    expect(screen.queryByText('Discard the draft')).toBeNull()
    expect(await saveUnsaved()).toBe(true)
    expect(vault.drafts).toEqual([])
    await user.keyboard('7')
    await waitFor(() => expect(vault.draft()?.log.session).toMatchObject({ number: 9, clientId }))
    await user.keyboard('{Shift>}{Enter}{/Shift}{Backspace}')
    await waitFor(() => expect(vault.draft()).toBeNull())
  })

  test('says of another day that the client has a session on it, until it is saved', async () => {
    const held = { id: otherId, number: 4, status: 'held', timeOfDay: '09:30' } as const
    const cancelled = {
      ...held,
      id: sessionIdSchema.parse('2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d78'),
      number: 5,
      status: 'cancelled-by-client',
    } as const
    const vault = createFakeVault({ draft: blankDraft(), onDay: [held, cancelled] })
    const { user } = await open(vault)
    const notice = () => screen.queryByText('There is already a session on this day.')
    // On the way here, the day itself was asked about.
    expect(notice()).toBeNull()
    await user.click(screen.getByRole('spinbutton', { name: /^year/ }))
    await user.keyboard('2025')
    await waitFor(() => expect(notice()).toBeTruthy())
    expect(screen.getByText(/^Session 4, held, /)).toBeTruthy()
    expect(screen.queryByText(/^Session 5/)).toBeNull()
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    await waitFor(() => expect(notice()).toBeNull())
  })
})

describe('marking as final', () => {
  test('is a step of its own, which saves too', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'done')
    await press(user, 'Save and mark as final')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session).toMatchObject({ status: 'held', notes: 'done' })
    expect(vault.saves[0]?.log.session.closedAt).not.toBeNull()
    expect(screen.queryByText('Save and mark as final')).toBeNull()
    expect(document.activeElement).not.toBe(document.body)
  })
})

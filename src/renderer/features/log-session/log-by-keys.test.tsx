import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { clientResponse, createFakeVault, logWith, savedAt, storedOf } from './testing/fake-vault.ts'
import { begun, blankDraft, focusedQuestion, notes, open, press, questionOf } from './testing/open-log.ts'

afterEach(cleanup)

describe('the keys of the form', () => {
  test('the first question without a rating has the focus when it opens', async () => {
    const before = {
      ...clientResponse('attune-feelings-before', { supportive: 6 }),
      rater: 'therapist' as const,
    }
    const log = logWith({}, { responses: [{ ...before, occasion: 'before' }] })
    await open(createFakeVault({ draft: { ...blankDraft(), log } }))
    expect(focusedQuestion()).toMatch(/^Inadequate/)
  })

  test('fault 252: a final session opens on its heading, so that a stray digit changes nothing', async () => {
    const vault = createFakeVault({ stored: storedOf(logWith({ status: 'held', closedAt: savedAt })) })
    const { user } = await open(vault)
    expect(document.activeElement?.tagName).toBe('H1')
    await user.keyboard('5')
    expect(await saveUnsaved()).toBe(true)
    expect(vault.drafts).toEqual([])
  })

  test('Alt with a digit opens a part, at its first question without a rating', async () => {
    const { user } = await open(createFakeVault({ draft: blankDraft() }))
    await user.keyboard('{Alt>}2{/Alt}')
    expect(focusedQuestion()).toBe('What my client wants to change')
    await user.keyboard('{Alt>}3{/Alt}')
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Client' }))
    await user.keyboard('{Alt>}1{/Alt}')
    expect(focusedQuestion()).toMatch(/^Supportive/)
  })

  test('Ctrl+S saves like Ctrl+Enter, also from the notes and from outside of the form', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault, '#after')
    await user.type(notes(), 'x{Control>}s{/Control}')
    await screen.findByText(/^Saved /)
    await user.type(notes(), 'y')
    await user.click(screen.getByRole('heading', { level: 1 }))
    await user.keyboard('{Control>}s{/Control}')
    await waitFor(() => expect(vault.saves.map(({ log }) => log.session.notes)).toEqual(['x', 'xy']))
  })

  test('on a Mac it is Cmd+S', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault, '#after', vaultStatus(), 'mac')
    await user.type(notes(), 'x{Control>}s{/Control}')
    expect(vault.saves).toEqual([])
    await user.keyboard('{Meta>}s{/Meta}')
    await screen.findByText(/^Saved /)
  })

  test('fault 253: saves nothing from inside a dialog', async () => {
    const vault = createFakeVault({ stored: storedOf(logWith({ status: 'held' })) })
    const { user } = await open(vault, '#client')
    await press(user, 'Hand over…')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Save and hand over'))
    await user.keyboard('{Control>}s{/Control}')
    expect(vault.saves).toEqual([])
  })

  test('fault 254: neither sealing nor “Nobody” throws the focus away', async () => {
    const { user } = await open(createFakeVault({ stored: begun() }), '#after')
    questionOf('Sad')?.querySelector('input')?.focus()
    await user.keyboard('4')
    screen.getByText('Seal the guess').closest('button')?.focus()
    await user.keyboard('{Enter}')
    expect(focusedQuestion()).toBe('Who noticed one?')
    expect(screen.getByText('Sealed with the next save. Until then you can take that back.')).toBeTruthy()
    await user.keyboard(' ')
    await press(user, /^Nobody/)
    expect(focusedQuestion()).toBe('Who noticed one?')
    expect(screen.queryByText(/^Withdrawal/)).toBeNull()
  })

  test('fault 254: Enter leads from choices, words and lines to the next question', async () => {
    const ruptureNote = {
      seenBy: 'therapist' as const,
      isWithdrawal: false,
      isConfrontation: false,
      intensity: null,
      resolution: null,
      tried: [],
      note: '',
    }
    const { user } = await open(createFakeVault({ stored: storedOf(logWith({}, { ruptureNote })) }), '#after')
    questionOf('Who noticed one?')?.querySelector('input')?.focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement?.textContent).toMatch(/^Withdrawal/)
    await user.keyboard(' {Enter}6')
    expect(focusedQuestion()).toBe('Where it stands')
    await user.keyboard('{Enter}')
    expect(document.activeElement?.textContent).toBe('Named it together')
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByLabelText('A line about it'))
    await user.keyboard('{Enter}')
    expect(document.activeElement?.textContent).toBe('Client cried')
  })
})

import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { createFakeVault, logWith } from './testing/fake-vault.ts'
import { begun, blankDraft, notes, open, press, rateAll } from './testing/open-log.ts'

afterEach(cleanup)

describe('unsaved text', () => {
  test('becomes a draft after a pause', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'Came late')
    expect(await screen.findByText(/^Draft kept /)).toBeTruthy()
    expect(vault.draft()?.log.session.notes).toBe('Came late')
    expect(vault.draft()?.baseRevision).toBe(1)
  })

  test('is saved as a draft at once when Attune locks', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'x')
    expect(vault.draft()).toBeNull()
    expect(await saveUnsaved()).toBe(true)
    expect(vault.draft()?.log.session.notes).toBe('x')
  })

  test('fault 103: stays at a lock with a half-typed year, which is there again, marked, and can’t be saved', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user, unmount } = await open(vault, '#before')
    await user.click(screen.getByRole('spinbutton', { name: /^year/ }))
    await user.keyboard('26')
    await user.click(screen.getByRole('tab', { name: 'After' }))
    await user.type(notes(), 'Came late')
    expect(await saveUnsaved()).toBe(true)
    const { date } = logWith().session
    expect(vault.draft()).toMatchObject({
      typedDate: `0026${date.slice(4)}`,
      log: { session: { date, notes: 'Came late' } },
    })
    unmount()
    const again = await open(vault, '#after')
    expect(notes().value).toBe('Came late')
    await again.user.type(notes(), '{Control>}{Enter}{/Control}')
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true'))
    expect(vault.saves).toEqual([])
    const year = screen.getByRole('spinbutton', { name: /^year/ })
    expect(year.textContent).toBe('26')
    expect(screen.getByText('Use a complete date between 1900 and 2100.')).toBeTruthy()
    await again.user.click(year)
    expect(screen.getByText('Use a complete date between 1900 and 2100.')).toBeTruthy()
    await again.user.keyboard(date.slice(0, 4))
    await waitFor(() => expect(screen.queryByText('Use a complete date between 1900 and 2100.')).toBeNull())
    expect(await saveUnsaved()).toBe(true)
    expect(vault.draft()?.typedDate).toBeNull()
  })

  test('fault 106: is kept whole when it is too long, takes the focus when a save is refused, and can be shortened', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault, '#after')
    await user.click(notes())
    await user.paste('a'.repeat(100_000))
    expect(screen.getByText(/it is 80,000 characters too long/)).toBeTruthy()
    await user.click(screen.getByRole('tab', { name: 'Before' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(document.activeElement).toBe(notes()))
    expect(vault.saves).toEqual([])
    expect(await saveUnsaved()).toBe(true)
    expect(vault.draft()?.log.session.notes).toHaveLength(100_000)
    await user.clear(notes())
    await user.type(notes(), 'shorter{Control>}{Enter}{/Control}')
    await waitFor(() => expect(vault.saves[0]?.log.session.notes).toBe('shorter'))
  })

  test('is reported, also to the lock, if the draft could not be saved', async () => {
    const vault = createFakeVault({ stored: begun() })
    vault.fail(new AppError('disk-full'))
    const { user } = await open(vault)
    await user.type(notes(), 'x')
    expect(await saveUnsaved()).toBe(false)
    expect(await screen.findByText('The draft could not be kept.')).toBeTruthy()
  })

  test('comes back with its time, and discarding it brings back the saved version', async () => {
    const draft = { ...blankDraft(), baseRevision: 1, log: logWith({ status: 'begun', notes: 'a draft' }) }
    const vault = createFakeVault({ stored: begun({ notes: 'what was saved' }), draft })
    const { user } = await open(vault, '#after')
    expect(screen.getByText(/^Your draft from .* is here\.$/)).toBeTruthy()
    expect(notes().value).toBe('a draft')
    await press(user, 'Return to the saved version')
    await user.click(
      within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Discard the draft' }),
    )
    await waitFor(() => expect(notes().value).toBe('what was saved'))
    expect(vault.draft()).toBeNull()
  })
})

describe('a save that fails', () => {
  test('leaves everything on the screen, says why, and can be repeated', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'Came late')
    vault.fail(new AppError('disk-full'))
    await press(user, 'Save')
    expect(await screen.findByText('The disk is full.')).toBeTruthy()
    expect(notes().value).toBe('Came late')
    vault.fail(null)
    await press(user, 'Try again')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.notes).toBe('Came late')
  })

  test('because somebody else saved can overwrite that on purpose', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.type(notes(), 'mine')
    vault.moveOn()
    await press(user, 'Save')
    expect(await screen.findByText(/saved from somewhere else/)).toBeTruthy()
    await press(user, 'Save mine as the newer version')
    await screen.findByText(/^Saved /)
    expect(vault.saves.at(-1)).toMatchObject({ expectedRevision: 2, isOverOther: true })
  })

  test('because its number is taken can use the next one', async () => {
    const vault = createFakeVault({ draft: blankDraft() })
    const { user } = await open(vault, '#after')
    await rateAll(user, ['7'])
    vault.fail(new AppError('conflict', ['log.session.number']))
    await press(user, 'Save')
    const take = await screen.findByRole('button', { name: 'Save as session 9' })
    vault.fail(null)
    await user.click(take)
    await screen.findByText(/^Saved /)
    expect(vault.saves.at(-1)?.log.session.number).toBe(9)
  })
})

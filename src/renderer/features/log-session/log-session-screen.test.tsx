import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { english } from '#shared/i18n/en/index.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { LogSessionScreen } from './log-session-screen.tsx'
import { dateIn } from '#shared/records/days.ts'
import { todayHere } from '#renderer/lib/dates.ts'
import { createFakeVault, logWith, savedAt, sessionId, storedOf } from './testing/fake-vault.ts'
import { begun, notes, open, press, radios } from './testing/open-log.ts'

afterEach(cleanup)
afterEach(() => void vi.restoreAllMocks())

test('fault 135: a session in a vault that can only be read shows its text, takes no input and offers no save', async () => {
  const vault = createFakeVault({ stored: begun({ notes: 'What was said' }) })
  const status = vaultStatus({ access: 'read-only', readOnlyReason: 'gone-back' })
  const { user } = await open(vault, '#after', status)
  await screen.findByText(english.app.nothingCanBeSaved.text)
  expect(notes().value).toBe('What was said')
  expect(notes().matches(':disabled')).toBe(true)
  expect(radios().every((radio) => radio.matches(':disabled'))).toBe(true)
  expect(screen.queryByText(/^(Save|Discard|Hand over)/, { selector: 'button, button *' })).toBeNull()
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(vault.saves).toEqual([])
})

describe('a session', () => {
  test('on a future day can be planned but not rated', async () => {
    const [year] = todayHere().date.split('-')
    const vault = createFakeVault({ stored: storedOf(logWith({ date: `${Number(year) + 1}-06-01` })) })
    const { user } = await open(vault, '#after')
    expect(screen.getByText(/Plan it now; rate it on the day/)).toBeTruthy()
    expect(radios().every(({ disabled }) => disabled)).toBe(true)
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.status).toBe('planned')
  })

  test('fault 100: held where it is tomorrow already is not in the future', async () => {
    // The two zones are 26 hours apart, so their dates always differ.
    const real = Intl.DateTimeFormat().resolvedOptions()
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
      ...real,
      timeZone: 'Etc/GMT+12',
    })
    const zone = 'Pacific/Kiritimati'
    const date = dateIn(zone, new Date())
    expect(date > todayHere().date).toBe(true)
    const vault = createFakeVault({ stored: storedOf(logWith({ status: 'held', date, zone })) })
    const { user } = await open(vault)
    expect(screen.queryByText(/Plan it now/)).toBeNull()
    await user.type(notes(), 'on the plane')
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session).toMatchObject({ date, zone, notes: 'on the plane' })
  })

  test('that the client missed is saved as missed, without ratings', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault, '#before')
    await user.click(screen.getByLabelText('Did not come'))
    await user.click(screen.getByRole('tab', { name: 'After' }))
    expect(radios()).toEqual([])
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session.status).toBe('no-show')
  })

  test('that is closed can be corrected, and says that the earlier version stays', async () => {
    const vault = createFakeVault({ stored: storedOf(logWith({ status: 'held', closedAt: savedAt })) })
    const { user } = await open(vault)
    expect(screen.getByText(/The earlier version is kept/)).toBeTruthy()
    await user.type(notes(), 'later')
    await press(user, 'Save the correction')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.session).toMatchObject({ status: 'held', closedAt: savedAt, notes: 'later' })
  })

  test('that does not exist says so', async () => {
    renderApp({
      at: `/log/${sessionId}`,
      screens: { '/log/$sessionId': LogSessionScreen },
      handlers: createFakeVault().handlers,
    })
    expect(await screen.findByText('This session is no longer there.')).toBeTruthy()
  })

  test('keeps a rupture’s details if “Nobody” was pressed by mistake', async () => {
    const vault = createFakeVault({ stored: begun() })
    const { user } = await open(vault)
    await user.click(screen.getByLabelText('I did'))
    await press(user, /Withdrawal/)
    await press(user, /^Nobody/)
    expect(screen.queryByText(/^Withdrawal/)).toBeNull()
    await user.click(screen.getByLabelText('Both of us'))
    await press(user, 'Save')
    await screen.findByText(/^Saved /)
    expect(vault.saves[0]?.log.ruptureNote).toMatchObject({ seenBy: 'both', isWithdrawal: true })
  })
})

import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { initialRuleParameters } from '#shared/rule-settings/rule-parameters.ts'
import { longestCrisisText } from '#shared/risk/crisis-text.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import type { RuleSettings } from '#shared/rule-settings/rule-settings.ts'
import { defaultSettings, type Settings } from '#shared/settings/settings.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { SettingsScreen } from './settings-screen.tsx'

function showSettings({
  fails = false,
  startsWithSample = false,
  drafts = [],
}: { fails?: boolean; startsWithSample?: boolean; drafts?: StoredFormDraft[] } = {}) {
  let kept: Settings = defaultSettings
  let hasSample = startsWithSample
  let rules: RuleSettings = { parameters: { ...initialRuleParameters, dipSpreads: 1.5 }, crisisText: '' }
  const updated = vi.fn((change: Partial<{ [K in keyof Settings]: Settings[K] | undefined }>) => {
    if (fails) throw new AppError('disk-full')
    kept = {
      theme: change.theme ?? kept.theme,
      lockAfterMinutes: change.lockAfterMinutes ?? kept.lockAfterMinutes,
      hidesFromCapture: change.hidesFromCapture ?? kept.hidesFromCapture,
      foldedPanels: change.foldedPanels ?? kept.foldedPanels,
    }
    return kept
  })
  const removed = vi.fn(() => {
    hasSample = false
    return { clients: 12 }
  })
  const app = renderApp({
    at: '/',
    screens: { '/': SettingsScreen },
    handlers: {
      drafts: fakeFormDrafts(drafts),
      foresight: { get: () => ({ isOn: false }) },
      settings: { get: () => kept, update: updated },
      ruleSettings: {
        get: () => rules,
        update: (next) => {
          rules = next
          return rules
        },
      },
      vault: {
        status: () => vaultStatus({ hasSample }),
      },
      sample: {
        load: () => {
          if (fails) throw new AppError('code-taken')
          hasSample = true
          return { clients: 12, sessions: 259 }
        },
        remove: removed,
      },
    },
  })
  return { ...app, updated, removed, keptRules: () => rules, user: userEvent.setup() }
}

afterEach(cleanup)

describe('settings', () => {
  test('saves a theme at once, says so beside it, and keeps saying so', async () => {
    const { user, updated } = showSettings()
    await user.click(await screen.findByRole('radio', { name: 'Dark' }))
    const card = screen.getByRole('region', { name: 'Appearance' })
    expect(await within(card).findByText('Saved.')).toBeTruthy()
    expect(updated).toHaveBeenCalledExactlyOnceWith({ theme: 'dark' })
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Dark' }).checked).toBe(true)
  })

  test('says if a change could not be saved, and shows the stored value again', async () => {
    const { user } = showSettings({ fails: true })
    await user.click(await screen.findByRole('radio', { name: 'Dark' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/The disk is full/)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'As on this computer' }).checked).toBe(true)
    expect(screen.queryByText('Saved.')).toBeNull()
  })
})

describe('the crisis text', () => {
  const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Crisis text' })

  test('is saved on its own, and leaves the rules unchanged', async () => {
    const { user, keptRules } = showSettings()
    expect(await screen.findByText(/^Not written yet/)).toBeTruthy()
    await user.type(await field(), 'By night: the clinic.')
    await user.click(screen.getByRole('button', { name: 'Save the crisis text' }))
    const card = screen.getByRole('region', { name: 'If someone is at risk' })
    expect(await within(card).findByText('Saved.')).toBeTruthy()
    expect(keptRules().crisisText).toBe('By night: the clinic.')
    expect(keptRules().parameters.dipSpreads).toBe(1.5)
  })

  test('has the caution about online programmes beside it, which is beside no answer', async () => {
    showSettings()
    const card = await screen.findByRole('region', { name: 'If someone is at risk' })
    expect(within(card).getByText(/^A caution about brief online skills training/)).toBeTruthy()
    expect(within(card).getByRole('link', { name: 'Read the finding' })).toBeTruthy()
  })

  test('survives a lock before it is saved, however long it is', async () => {
    const drafts: StoredFormDraft[] = []
    const { user, unmount, keptRules } = showSettings({ drafts })
    await user.click(await field())
    await user.paste('a'.repeat(longestCrisisText + 1))
    expect(await saveUnsaved()).toBe(true)
    expect(keptRules().crisisText).toBe('')
    unmount()
    const again = showSettings({ drafts })
    expect((await field()).value).toHaveLength(longestCrisisText + 1)
    await again.user.type(await field(), '{Backspace}')
    await again.user.click(screen.getByRole('button', { name: 'Save the crisis text' }))
    await vi.waitFor(() => expect(drafts).toEqual([]))
    expect(again.keptRules().crisisText).toHaveLength(longestCrisisText)
  })

  test('is not saved if it is too long, and nothing is cut off', async () => {
    const { user } = showSettings()
    await user.click(await field())
    await user.paste('a'.repeat(longestCrisisText + 1))
    expect(await screen.findByText(/there are 2001/)).toBeTruthy()
    expect((await field()).value).toHaveLength(longestCrisisText + 1)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save the crisis text' }).disabled).toBe(
      true,
    )
  })
})

describe('the fictional caseload', () => {
  test('loads by one command, which then becomes the one to remove it', async () => {
    const { user } = showSettings()
    await user.click(await screen.findByRole('button', { name: 'Load the fictional caseload' }))
    expect(await screen.findByText('12 fictional clients with 259 sessions were added.')).toBeTruthy()
    expect(screen.getByRole('button', { name: /Remove the fictional caseload/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Load the fictional caseload' })).toBeNull()
  })

  test('is removed only after a dialog that says what goes and what stays', async () => {
    const { user, removed } = showSettings({ startsWithSample: true })
    await user.click(await screen.findByRole('button', { name: /Remove the fictional caseload/ }))
    const dialog = screen.getByRole('alertdialog')
    expect(dialog.textContent).toMatch(/anything that you added to them yourself/)
    expect(dialog.textContent).toMatch(/Your own clients stay/)
    await user.click(within(dialog).getByRole('button', { name: 'Keep them' }))
    expect(removed).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: /Remove the fictional caseload/ }))
    await user.click(screen.getByRole('button', { name: 'Remove them' }))
    expect(await screen.findByText(/12 fictional clients were removed/)).toBeTruthy()
    expect(removed).toHaveBeenCalledOnce()
    expect(await screen.findByRole('button', { name: 'Load the fictional caseload' })).toBeTruthy()
  })

  test('is not added beside a client with the same code, and a message says what to change', async () => {
    const { user } = showSettings({ fails: true })
    await user.click(await screen.findByRole('button', { name: 'Load the fictional caseload' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/Change your client’s code/)
  })
})

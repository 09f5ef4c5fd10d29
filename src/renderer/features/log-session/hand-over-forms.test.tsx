import { cleanup, configure, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { FormAtSession, FormsAtSession } from '#shared/overview/due-forms.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { LogSessionScreen } from './log-session-screen.tsx'
import { clientResponse, createFakeVault, logWith, sessionId, storedOf } from './testing/fake-vault.ts'

// The form is large and jsdom is slow.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const formAt = (title: string, change: Partial<FormAtSession> = {}): FormAtSession => ({
  instrumentId: title.toLowerCase(),
  title,
  plan: null,
  moment: 'after',
  state: { kind: 'due' },
  ...change,
})
const phq9 = formAt('PHQ-9', { moment: 'beginning' })
const alliance = formAt('Alliance')

async function open(
  found: FormsAtSession,
  { status = 'held', isAnswered = false }: { status?: 'planned' | 'held'; isAnswered?: boolean } = {},
) {
  let forms = found
  const begun: { instrumentIds?: string[] | undefined }[] = []
  const answers = isAnswered ? [clientResponse('attune-alliance-client', { goals: 7 })] : []
  const vault = createFakeVault({ stored: storedOf(logWith({ status }, { responses: answers })) })
  const app = renderApp({
    at: `/log/${sessionId}#client`,
    screens: { '/log/$sessionId': LogSessionScreen },
    handlers: {
      ...vault.handlers,
      vault: { status: () => vaultStatus() },
      formPlans: {
        atSession: () => forms,
        decline: ({ instrumentId }) => {
          const state = { kind: 'declined', on: '2026-03-03', by: 'therapist' } as const
          forms = {
            isPlanned: true,
            forms: forms.forms.map((form) =>
              form.instrumentId === instrumentId ? { ...form, state } : form,
            ),
          }
          return undefined
        },
        askAgain: () => {
          forms = found
          return undefined
        },
      },
      handOver: {
        begin: (given) => {
          begun.push(given)
          return undefined
        },
      },
    },
  })
  const user = userEvent.setup({ delay: null })
  await screen.findByText(/^Session \d+ with Otter$/)
  return {
    ...app,
    user,
    begun,
    saves: vault.saves,
    dialog: async () => {
      await user.click(screen.getAllByText('Hand over…')[0]!)
      return within(await screen.findByRole('dialog'))
    },
  }
}

const chosenIn = (dialog: Pick<typeof screen, 'getAllByRole'>) =>
  dialog.getAllByRole<HTMLInputElement>('checkbox').map((box) => box.checked)

test('what is due now is chosen, and what isn’t says why', async () => {
  const later = formAt('GAD-7', { state: { kind: 'in-sessions', count: 2 } })
  const monthly = formAt('Mood', { state: { kind: 'from-day', day: '2026-03-17' } })
  const over = formAt('Sleep', { state: { kind: 'over', lastDay: '2026-03-01' } })
  const { dialog, user, begun, saves, failures } = await open({
    isPlanned: true,
    forms: [phq9, alliance, later, monthly, over],
  })
  await screen.findByText('Due now: Alliance.')
  const shown = await dialog()
  expect(chosenIn(shown)).toEqual([false, true, false, false, false])
  for (const words of [
    'due at the beginning of the session',
    'due',
    'not due: in 2 more sessions',
    'not due: from Mar 17, 2026',
    'not due: its last day was Mar 1, 2026',
  ])
    expect(shown.getByText(words)).toBeTruthy()
  await user.click(shown.getByRole('checkbox', { name: 'GAD-7' }))
  await user.click(shown.getByRole('button', { name: 'Save and hand over' }))
  await waitFor(() => expect(begun).toEqual([{ sessionId, instrumentIds: ['alliance', 'gad-7'] }]))
  expect(saves[0]?.log.session.status).toBe('held')
  expect(failures).toEqual([])
})

test('a form for the beginning leaves the session begun', async () => {
  const { dialog, user, begun, saves } = await open(
    { isPlanned: true, forms: [phq9, alliance] },
    { status: 'planned' },
  )
  await screen.findByText('Due now: PHQ-9.')
  await user.click((await dialog()).getByRole('button', { name: 'Save and hand over' }))
  await waitFor(() => expect(begun).toEqual([{ sessionId, instrumentIds: ['phq-9'] }]))
  expect(saves[0]?.log.session.status).toBe('begun')
})

test('without a plan the vault chooses, until the therapist asks to choose', async () => {
  const forms = [
    { ...phq9, moment: null },
    { ...alliance, moment: null },
  ]
  const { dialog, user, begun } = await open({ isPlanned: false, forms })
  const shown = await dialog()
  expect(shown.queryByRole('checkbox')).toBeNull()
  await user.click(shown.getByRole('button', { name: 'Save and hand over' }))
  await waitFor(() => expect(begun).toEqual([{ sessionId }]))
  cleanup()
  const again = await open({ isPlanned: false, forms })
  const choosing = await again.dialog()
  await again.user.click(choosing.getByRole('button', { name: 'Choose the forms' }))
  expect(chosenIn(choosing)).toEqual([true, true])
  await again.user.click(choosing.getByRole('checkbox', { name: 'PHQ-9' }))
  await again.user.click(choosing.getByRole('button', { name: 'Save and hand over' }))
  await waitFor(() => expect(again.begun).toEqual([{ sessionId, instrumentIds: ['alliance'] }]))
})

test('a declined form is not offered, and with nothing chosen nothing is handed over', async () => {
  const { dialog, user } = await open({ isPlanned: true, forms: [alliance] })
  await screen.findByText('Due now: Alliance.')
  const shown = await dialog()
  // Chosen by hand, and declined all the same.
  await user.click(shown.getByRole('checkbox', { name: 'Alliance' }))
  await user.click(shown.getByRole('checkbox', { name: 'Alliance' }))
  await user.click(shown.getByRole('button', { name: 'The client declines Alliance' }))
  expect(await shown.findByText(/as you noted on Mar 3, 2026/)).toBeTruthy()
  expect(shown.queryByRole('checkbox')).toBeNull()
  expect(shown.getByRole<HTMLButtonElement>('button', { name: 'Save and hand over' }).disabled).toBe(true)
  await user.click(shown.getByRole('button', { name: 'Ask again Alliance' }))
  expect(await shown.findByRole('checkbox', { name: 'Alliance' })).toBeTruthy()
  // The pressed button is gone, and the keyboard stays in the dialog.
  await waitFor(() => expect(document.activeElement?.closest('[role=dialog]')).toBeTruthy())
})

test('after a session with nothing due, saving it offers no hand-over', async () => {
  const answered = { ...alliance, state: { kind: 'answered' } as const }
  const { user } = await open({ isPlanned: true, forms: [answered] }, { isAnswered: true })
  await screen.findByText('No form is due now. You can still hand one over.')
  await user.click(screen.getByRole('tab', { name: 'After' }))
  await user.keyboard('{Control>}s{/Control}')
  await screen.findByText(/^Saved /)
  expect(screen.queryByText('Hand over…')).toBeNull()
})

import { configure, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { renderApp, type FakeHandlers } from '#renderer/testing/render-app.tsx'
import { vaultStatus } from '#renderer/testing/vault-status.ts'
import { LogSessionScreen, NewLogScreen } from '../log-session-screen.tsx'
import { logWith, savedAt, sessionId, storedOf } from './fake-vault.ts'

// The form is large and jsdom is slow, so the tests look for roles in small parts of it only.
configure({ asyncUtilTimeout: 10_000 })

export const radios = () => [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')]
export const notes = () => screen.getByLabelText<HTMLTextAreaElement>('Notes')
export const press = (user: ReturnType<typeof userEvent.setup>, name: string | RegExp) =>
  user.click(screen.getByText(name, { selector: 'button, button *' }))

export async function open(
  vault: { readonly handlers: FakeHandlers },
  part = '',
  status = vaultStatus(),
  platform: 'linux' | 'mac' = 'linux',
) {
  const app = renderApp({
    at: `/log/${sessionId}${part}`,
    screens: { '/log/$sessionId': LogSessionScreen, '/log/$sessionId/of/$clientId': NewLogScreen },
    handlers: { ...vault.handlers, vault: { status: () => status } },
    platform,
  })
  await screen.findByText(/^Session \d+ with Otter$/)
  return { ...app, user: userEvent.setup({ delay: null }) }
}

export const blankDraft = () => ({
  sessionId,
  clientId: logWith().session.clientId,
  baseRevision: 0,
  log: logWith(),
  updatedAt: savedAt,
})

export const begun = (session: Parameters<typeof logWith>[0] = {}) =>
  storedOf(logWith({ status: 'begun', ...session }))

export const nameOf = (group: Element | null | undefined) =>
  document.getElementById(group?.getAttribute('aria-labelledby') ?? '')?.textContent

export const questionOf = (name: string) =>
  [...document.querySelectorAll('[role=radiogroup]')].find((group) => nameOf(group) === name)

/** The question whose rating has the focus. */
export const focusedQuestion = () => nameOf(document.activeElement?.closest('[role=radiogroup]'))

export async function rateAll(user: ReturnType<typeof userEvent.setup>, digits: readonly string[]) {
  radios()[0]?.focus()
  await user.keyboard(digits.join(''))
}

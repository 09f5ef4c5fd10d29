import { marks } from '#shared/marks/marks.ts'
import { startHint } from '#shared/contract/start-hint.ts'

/** Input typed before React was ready. */
export interface TypedAtStart {
  readonly passphrase: string
  readonly selection: readonly [start: number, end: number]
  /** The user pressed Enter or the button in the visible field. */
  readonly isSubmitted: boolean
  /** The user pressed the link to the recovery key. */
  readonly wantsRecoveryKey: boolean
  readonly wasVisible: boolean
}

/** What a person at the computer does first. Password managers and screen readers cause only the last two. */
const signsOfUser = ['keydown', 'pointermove', 'pointerdown', 'input', 'click'] as const

/** Resolves once somebody uses the page: at the first key, movement of the pointer, or text. */
export function firstSignOfUser(): Promise<void> {
  return new Promise((resolve) => {
    const found = new AbortController()
    const note = (): void => {
      found.abort()
      resolve()
    }
    for (const sign of signsOfUser)
      window.addEventListener(sign, note, { capture: true, signal: found.signal })
  })
}

/** Whether main saw a vault that waits for its passphrase. Only the first page of a window is given that. */
export function takeStartHint(): boolean {
  const { pathname, search, hash } = window.location
  if (search !== `?${startHint}`) return false
  // A later page of the window starts after a lock, which can have more to say.
  window.history.replaceState(null, '', `${pathname}${hash}`)
  return true
}

const elements = () => ({
  start: document.getElementById('start'),
  field: document.querySelector<HTMLInputElement>('#start-passphrase'),
})

/**
 * Gives the passphrase field in the page's HTML the focus before anybody can see it. On a busy computer the vault's first
 * answer takes seconds, and people begin to type before it: without a field, their first words would go nowhere.
 */
export function focusUnseenStartField(): void {
  const { start, field } = elements()
  if (!start || !field) return
  document.getElementById('start-form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    if (field.value !== '') start.dataset['submitted'] = 'true'
  })
  const link = document.getElementById('start-recovery')
  const wantRecoveryKey = (): void => {
    start.dataset['recovery'] = 'true'
  }
  link?.addEventListener('click', wantRecoveryKey)
  link?.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') wantRecoveryKey()
  })
  start.dataset['unseen'] = 'true'
  start.hidden = false
  field.focus()
}

/** Makes the field visible. Calls `onTyped` at the first input, or at once if there is some. */
export function showStartField(onTyped: () => void): void {
  const { start, field } = elements()
  if (!start || !field) return
  if (field.value === '') field.addEventListener('input', onTyped, { once: true })
  else onTyped()
  delete start.dataset['unseen']
  field.focus()
  performance.mark(marks.passphraseField)
}

/** Whether the user has gone on from the visible field to the button below it. */
export function isAtStartButton(): boolean {
  return document.activeElement?.matches('#start:not([data-unseen]) button') === true
}

/**
 * Removes the field in the page's HTML and returns its text; null if it is gone. No part of the passphrase stays in the
 * page.
 */
export function takeStartField(): TypedAtStart | null {
  const { start, field } = elements()
  if (!start || !field) return null
  const wasVisible = start.dataset['unseen'] === undefined
  const typed: TypedAtStart = {
    passphrase: field.value,
    selection: [field.selectionStart ?? 0, field.selectionEnd ?? 0],
    isSubmitted: wasVisible && start.dataset['submitted'] === 'true',
    wantsRecoveryKey: wasVisible && start.dataset['recovery'] === 'true',
    wasVisible,
  }
  field.value = ''
  start.remove()
  return typed
}

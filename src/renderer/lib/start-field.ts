import { marks } from '#shared/marks/marks.ts'

/** Input typed before React was ready. */
export interface TypedAtStart {
  readonly passphrase: string
  readonly selection: readonly [start: number, end: number]
  /** The user pressed Enter or the button. */
  readonly isSubmitted: boolean
}

const elements = () => ({
  start: document.getElementById('start'),
  field: document.querySelector<HTMLInputElement>('#start-passphrase'),
})

/** Shows the passphrase field in the page's HTML and focuses it. Calls `onTyped` at the first input. */
export function showStartField(onTyped: () => void): void {
  const { start, field } = elements()
  if (!start || !field) return
  document.getElementById('start-form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    if (field.value !== '') start.dataset['submitted'] = 'true'
  })
  field.addEventListener('input', onTyped, { once: true })
  start.hidden = false
  field.focus()
  performance.mark(marks.passphraseField)
}

/**
 * Removes the field in the page's HTML and returns its text; null if it was never shown or is gone. No part of the
 * passphrase stays in the page.
 */
export function takeStartField(): TypedAtStart | null {
  const { start, field } = elements()
  if (!start || !field) return null
  const typed: TypedAtStart | null = start.hidden
    ? null
    : {
        passphrase: field.value,
        selection: [field.selectionStart ?? 0, field.selectionEnd ?? 0],
        isSubmitted: start.dataset['submitted'] === 'true',
      }
  field.value = ''
  start.remove()
  return typed
}

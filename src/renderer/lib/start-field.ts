import { marks } from '#shared/marks/marks.ts'

/** What was typed before React was there to take it. */
export interface TypedAtStart {
  readonly passphrase: string
  readonly selection: readonly [start: number, end: number]
  /** Enter was pressed, or the button. */
  readonly isSubmitted: boolean
}

const elements = () => ({
  start: document.getElementById('start'),
  field: document.querySelector<HTMLInputElement>('#start-passphrase'),
})

/** Shows the passphrase field that came with the page and puts the focus in it. */
export function showStartField(): void {
  const { start, field } = elements()
  if (!start || !field) return
  document.getElementById('start-form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    if (field.value !== '') start.dataset['submitted'] = 'true'
  })
  start.hidden = false
  field.focus()
  performance.mark(marks.passphraseField)
}

/**
 * Removes the field that came with the page and returns what was typed in it; null where it was never shown or is gone.
 * Nothing of the passphrase stays in the page.
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

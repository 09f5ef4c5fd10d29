import type { FocusEvent } from 'react'

/** After so many frames the rows around the focused one are drawn and measured. */
const frames = 12

/**
 * For the `onFocus` around a long list: keeps a row that the keyboard goes to wholly in view. The list scrolls to the
 * height that it expects of a row, and measures the rows only once they are drawn.
 */
export function showFocusedRow({ target }: FocusEvent): void {
  const row = target.closest('[role=row]')
  if (row === null) return
  let left = frames
  const show = (): void => {
    if (!row.contains(document.activeElement)) return
    if (row.matches('[data-focus-visible]')) row.scrollIntoView({ block: 'nearest' })
    left -= 1
    if (left > 0) requestAnimationFrame(show)
  }
  requestAnimationFrame(show)
}

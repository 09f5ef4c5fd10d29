import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { keepInView } from './keep-in-view.ts'
import type { Part } from './save-purpose.ts'

/**
 * Gives a function that opens a part of the form and focuses its first question without a rating, or the part's tab if
 * there is none. With `startsAtQuestion` such a question has the focus when the form opens, and stays in view.
 */
export function usePartWithFocus(
  form: RefObject<HTMLFormElement | null>,
  { goTo, startsAtQuestion }: { goTo: (part: Part) => void; startsAtQuestion: boolean },
): (part: Part) => void {
  const [opened, setOpened] = useState(0)
  const start = useEffectEvent(() => {
    const isFocused = startsAtQuestion && focusFirstUnrated(form.current)
    return isFocused && form.current && document.activeElement
      ? keepInView(form.current, document.activeElement)
      : undefined
  })
  useEffect(() => start(), [])
  useEffect(() => {
    if (opened === 0 || focusFirstUnrated(form.current)) return
    form.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus()
  }, [form, opened])
  return (part) => {
    goTo(part)
    setOpened((before) => before + 1)
  }
}

/** Returns false if every question is rated: a digit must not change a rating that the user did not choose to change. */
function focusFirstUnrated(form: HTMLFormElement | null): boolean {
  const ratings = [...(form?.querySelectorAll('[role="tabpanel"] [data-rating-item]') ?? [])]
  const first = ratings.find((rating) => rating.querySelector('input:checked') === null)
  const input = first?.querySelector<HTMLInputElement>('input:not(:disabled)')
  input?.focus()
  return input !== undefined && input !== null
}

import { useEffect, useRef, type RefObject } from 'react'

/** A ref for the button that opened a form: it gets the focus when the form closes. */
export function useReturnedFocus<Element extends HTMLElement>(isOpen: boolean): RefObject<Element | null> {
  const button = useRef<Element>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return button
}

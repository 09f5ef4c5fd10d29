import { useEffect } from 'react'

/** Scrolls to a place on the page and focuses it, so that reading continues there. */
export function showTarget(id: string): void {
  const element = document.getElementById(id)
  element?.focus({ preventScroll: true })
  element?.scrollIntoView()
}

/** Shows the place in the address when the page opens and whenever the address changes. */
export function useShownTarget(target: string): void {
  useEffect(() => {
    if (target !== '') showTarget(target)
  }, [target])
}

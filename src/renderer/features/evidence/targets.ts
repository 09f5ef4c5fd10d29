import { useEffect } from 'react'

/** Brings a place of the page into view and puts the focus there, so that reading goes on from it. */
export function showTarget(id: string): void {
  const element = document.getElementById(id)
  element?.focus({ preventScroll: true })
  element?.scrollIntoView()
}

/** Shows the place that the address names, when the page is entered and whenever the address changes. */
export function useShownTarget(target: string): void {
  useEffect(() => {
    if (target !== '') showTarget(target)
  }, [target])
}

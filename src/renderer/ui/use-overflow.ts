import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

/** Whether an element holds more than its width shows, kept up to date. */
export function useOverflow(element: RefObject<HTMLElement | null>): boolean {
  const [isOverflowing, setIsOverflowing] = useState(false)
  useLayoutEffect(() => {
    const target = element.current
    if (target === null || typeof ResizeObserver === 'undefined') return
    // Half a pixel of rounding is nothing to scroll to.
    const observer = new ResizeObserver(() => setIsOverflowing(target.scrollWidth > target.clientWidth + 1))
    observer.observe(target)
    for (const child of target.children) observer.observe(child)
    return () => observer.disconnect()
  }, [element])
  return isOverflowing
}

import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

/** Whether an element is wider than its visible part, kept up to date. */
export function useOverflow(element: RefObject<HTMLElement | null>): boolean {
  const [isOverflowing, setIsOverflowing] = useState(false)
  useLayoutEffect(() => {
    const target = element.current
    if (target === null || typeof ResizeObserver === 'undefined') return
    // Ignores half a pixel of rounding.
    const observer = new ResizeObserver(() => setIsOverflowing(target.scrollWidth > target.clientWidth + 1))
    observer.observe(target)
    for (const child of target.children) observer.observe(child)
    return () => observer.disconnect()
  }, [element])
  return isOverflowing
}

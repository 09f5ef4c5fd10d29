import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'

/** Width of a chart on paper, where a width measured on screen would run off the sheet. */
export const paperWidth = 640

/** The width of an element in px, kept up to date; on paper, and before it can be measured, {@link paperWidth}. */
export function useChartWidth(element: RefObject<HTMLElement | null>): number {
  const [screenWidth, setScreenWidth] = useState(paperWidth)
  const [isOnPaper, setIsOnPaper] = useState(false)
  useLayoutEffect(() => {
    const target = element.current
    if (target === null || typeof ResizeObserver === 'undefined') return
    const measure = () => {
      const width = Math.floor(target.clientWidth)
      if (width > 0) setScreenWidth(width)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  useLayoutEffect(() => {
    // The browser lays out the page for paper right after this event, before React's next render.
    const before = () => flushSync(() => setIsOnPaper(true))
    const after = () => flushSync(() => setIsOnPaper(false))
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return isOnPaper ? paperWidth : screenWidth
}

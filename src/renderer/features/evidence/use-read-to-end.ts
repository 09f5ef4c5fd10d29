import { useEffect, useRef, type RefObject } from 'react'

/**
 * Calls back once the reader has seen both the beginning and the end of a text and has scrolled to the end.
 *
 * A text that the reader jumps past, such as to a finding below it, is not read. Nor is a text whose end is visible at
 * once.
 */
export function useReadToEnd(
  { beginning, end }: { beginning: RefObject<HTMLElement | null>; end: RefObject<HTMLElement | null> },
  onRead: (() => void) | null,
): void {
  const latest = useRef(onRead)
  useEffect(() => {
    latest.current = onRead
  }, [onRead])
  const isWatching = onRead !== null
  useEffect(() => {
    const first = beginning.current
    const last = end.current
    if (!isWatching || first === null || last === null || typeof IntersectionObserver === 'undefined') return
    let sawBeginning = false
    let isFirstLook = true
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue
        if (target === first) sawBeginning = true
        else if (sawBeginning && !isFirstLook) {
          observer.disconnect()
          latest.current?.()
        }
      }
      isFirstLook = false
    })
    observer.observe(first)
    observer.observe(last)
    return () => observer.disconnect()
  }, [beginning, end, isWatching])
}

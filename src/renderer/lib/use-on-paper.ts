import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the page is being laid out for paper. */
export function useOnPaper(): boolean {
  const [isOnPaper, setIsOnPaper] = useState(false)
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
  return isOnPaper
}

import { useEffect } from 'react'
import { useApi } from '../lib/app-context.ts'

/** Tells main that something was copied here, so that it can be taken out of the clipboard at the next lock. */
export function useCopyNote(): void {
  const api = useApi()
  useEffect(() => {
    // The event comes before the clipboard is filled.
    const note = (): void => {
      setTimeout(() => void api.app.noteCopied().catch(() => undefined), 0)
    }
    for (const event of ['copy', 'cut'] as const) document.addEventListener(event, note)
    return () => {
      for (const event of ['copy', 'cut'] as const) document.removeEventListener(event, note)
    }
  }, [api])
}

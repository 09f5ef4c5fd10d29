import { useEffect } from 'react'
import { useApi } from '../lib/app-context.ts'

/** Reports copying to main, by the therapist or a client, so that a lock or a hand-over clears the clipboard. */
export function useCopyNote(): void {
  const api = useApi()
  useEffect(() => {
    // The event fires before the clipboard is filled.
    const note = (): void => {
      setTimeout(() => void api.app.noteCopied().catch(() => undefined), 0)
    }
    for (const event of ['copy', 'cut'] as const) document.addEventListener(event, note)
    return () => {
      for (const event of ['copy', 'cut'] as const) document.removeEventListener(event, note)
    }
  }, [api])
}

import { useEffect } from 'react'
import { useApi } from '#renderer/lib/app-context.ts'

/** Lets the vault forget a key that was begun when its screen is left; one that was confirmed is not begun any more. */
export function useCancelOnLeave(): void {
  const api = useApi()
  useEffect(
    () => () => {
      // A lock forgets it by itself.
      api.keys.cancel().catch(() => undefined)
    },
    [api],
  )
}

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useQueryClient } from '@tanstack/react-query'
import { useApi, useEvents } from '../lib/app-context.ts'
import { saveUnsaved } from '../lib/unsaved.ts'

/** Answers the lock: blanks the screen at once, saves what is being typed, empties the cache, and says so. */
export function useLocking(): boolean {
  const api = useApi()
  const events = useEvents()
  const queryClient = useQueryClient()
  const [isLocking, setIsLocking] = useState(false)

  useEffect(
    () =>
      events.subscribe((event) => {
        if (event.name !== 'locking') return
        // Asked for before the screens go, because what they hold goes with them.
        const saving = saveUnsaved()
        const blank = () => flushSync(() => setIsLocking(true))
        // Quitting can still be called off where saving failed, so the screen stays until that is known.
        if (event.reason !== 'quit') blank()
        void saving.then((isDraftSafe) => {
          if (isDraftSafe || event.reason !== 'quit') {
            if (event.reason === 'quit') blank()
            queryClient.clear()
          }
          return api.lock.ready({ isDraftSafe })
        })
      }),
    [api, events, queryClient],
  )
  return isLocking
}

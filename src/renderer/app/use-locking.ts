import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useQueryClient } from '@tanstack/react-query'
import { useApi, useEvents } from '../lib/app-context.ts'
import { saveUnsaved } from '../lib/unsaved.ts'

/** What can be seen of a lock under way: nothing of the app, and whether a backup is being made first. */
export type Locking = 'no' | 'saving' | 'backing-up'

/** Answers the lock: blanks the screen at once, saves what is being typed, empties the cache, and says so. */
export function useLocking(): Locking {
  const api = useApi()
  const events = useEvents()
  const queryClient = useQueryClient()
  const [locking, setLocking] = useState<Locking>('no')

  useEffect(
    () =>
      events.subscribe((event) => {
        if (event.name === 'backing-up') setLocking('backing-up')
        if (event.name !== 'locking') return
        // Asked for before the screens go, because what they hold goes with them.
        const saving = saveUnsaved()
        const blank = () => flushSync(() => setLocking('saving'))
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
  return locking
}

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useQueryClient } from '@tanstack/react-query'
import { useApi, useEvents } from '../lib/app-context.ts'
import { saveUnsaved } from '../lib/unsaved.ts'

/** The visible state of a lock under way: whether a backup is being made first. */
export type Locking = 'no' | 'saving' | 'backing-up'

/** Answers a lock: blanks the screen at once, saves unfinished input, empties the cache, and reports to main. */
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
        // A number field hands on what was typed only once the focus leaves it.
        flushSync(() => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        })
        // Starts saving before the screens unmount, because they hold the input.
        const saving = saveUnsaved()
        const blank = () => flushSync(() => setLocking('saving'))
        // The user can still cancel quitting if saving fails, so the screen stays until that is known.
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

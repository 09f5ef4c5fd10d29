import { useCallback, useEffect, useRef, useState } from 'react'
import type { Draft } from '#shared/records/draft.ts'
import { useQuietChange } from '#renderer/lib/change.ts'
import { registerUnsaved } from '#renderer/lib/unsaved.ts'

const pauseMilliseconds = 600

/**
 * Keeps what is being typed: after a pause, when the screen is left, and at a lock or quit.
 *
 * `keptAt` is the moment it was last kept; `failure` is there while what was typed last is not kept.
 */
export function useKeptDraft() {
  const save = useQuietChange('drafts.save')
  const pending = useRef<Draft | null>(null)
  const sending = useRef<Promise<void>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [keptAt, setKeptAt] = useState<Date | null>(null)
  const [failure, setFailure] = useState<unknown>(null)

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    const draft = pending.current
    if (!draft) return sending.current
    pending.current = null
    sending.current = save(draft).then(
      () => {
        setKeptAt(new Date())
        setFailure(null)
      },
      (cause: unknown) => {
        // Something newer may have been typed meanwhile; then that is what there is to keep.
        pending.current ??= draft
        setFailure(cause)
        throw cause
      },
    )
    // Whoever waits for it hears of the failure; here it only must not count as unhandled.
    sending.current.catch(() => undefined)
    return sending.current
  }, [save])

  const keep = useCallback(
    (draft: Draft): void => {
      pending.current = draft
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush().catch(() => undefined), pauseMilliseconds)
    },
    [flush],
  )

  /** Holds what is being saved: it becomes a draft only if a lock or quit comes before the save is done. */
  const hold = useCallback((draft: Draft): void => {
    clearTimeout(timer.current)
    pending.current = draft
  }, [])

  /** Nothing is to be kept any more: it was saved, or discarded. */
  const forget = useCallback((): void => {
    clearTimeout(timer.current)
    pending.current = null
    sending.current = Promise.resolve()
    setKeptAt(null)
    setFailure(null)
  }, [])

  useEffect(() => {
    const stop = registerUnsaved(flush)
    return () => {
      stop()
      flush().catch(() => undefined)
    }
  }, [flush])

  return { keep, hold, forget, flush, keptAt, failure }
}

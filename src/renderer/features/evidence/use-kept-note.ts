import { useCallback, useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { EvidenceNote } from '#shared/evidence/evidence-item.ts'
import { question } from '#renderer/lib/ask.ts'
import { useQuietChange } from '#renderer/lib/change.ts'
import { registerUnsaved } from '#renderer/lib/unsaved.ts'

const pauseMilliseconds = 600

/**
 * A private note that keeps itself: after a pause in typing, when the screen is left, and at a lock or quit.
 *
 * `failure` is there while what was typed last is not kept; `keep` can then be called again.
 */
export function useKeptNote(articleId: string, note: EvidenceNote | null) {
  const save = useQuietChange('evidence.saveNote')
  const queryClient = useQueryClient()
  const [text, setText] = useState(note?.text ?? '')
  const [isKept, setIsKept] = useState(true)
  const [failure, setFailure] = useState<unknown>(null)
  const pending = useRef<string | null>(null)
  const revision = useRef(note?.revision ?? 0)
  const sending = useRef<Promise<void>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    // One after the other: each save names the revision that the one before it made.
    sending.current = sending.current
      .catch(() => undefined)
      .then(async () => {
        const typed = pending.current
        if (typed === null) return
        pending.current = null
        try {
          const kept = await save({
            id: articleId,
            text: typed,
            expectedRevision: revision.current,
          })
          revision.current = kept?.revision ?? 0
          queryClient.setQueryData(question('evidence.get', { id: articleId }).queryKey, (entry) =>
            entry === undefined ? undefined : { ...entry, note: kept },
          )
          setFailure(null)
          setIsKept(pending.current === null)
        } catch (cause) {
          // Something newer may have been typed meanwhile; then that is what there is to keep.
          pending.current ??= typed
          setFailure(cause)
          throw cause
        }
      })
    // Whoever waits for it hears of the failure; here it only must not count as unhandled.
    sending.current.catch(() => undefined)
    return sending.current
  }, [save, articleId, queryClient])

  const type = (next: string): void => {
    setText(next)
    setIsKept(false)
    pending.current = next
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush().catch(() => undefined), pauseMilliseconds)
  }

  useEffect(() => {
    const stop = registerUnsaved(flush)
    return () => {
      stop()
      flush().catch(() => undefined)
    }
  }, [flush])

  return { text, type, isKept, failure, keep: flush }
}

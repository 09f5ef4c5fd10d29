import { useCallback, useEffect, useRef, useState } from 'react'
import type { HandOverAnswers } from '#shared/contract/operations/hand-over.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { registerUnsaved } from '#renderer/lib/unsaved.ts'

const pauseMilliseconds = 300

/** What the client has answered so far, kept shortly after each answer, at a lock, and before the form ends. */
export function useHandOverAnswers({ answers, comment: words }: HandOverAnswers) {
  const api = useApi()
  const [given, setGiven] = useState<HandOverAnswers>({ answers, comment: words })
  const latest = useRef(given)
  const isPending = useRef(false)
  const sending = useRef<Promise<void>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [hasFailed, setHasFailed] = useState(false)

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    if (!isPending.current) return sending.current
    isPending.current = false
    sending.current = api.handOver.saveAnswers(latest.current).then(
      () => setHasFailed(false),
      (cause: unknown) => {
        isPending.current = true
        setHasFailed(true)
        throw cause
      },
    )
    // Whoever waits for it hears of the failure; here it only must not count as unhandled.
    sending.current.catch(() => undefined)
    return sending.current
  }, [api])

  const change = useCallback(
    (next: HandOverAnswers): void => {
      latest.current = next
      isPending.current = true
      setGiven(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush().catch(() => undefined), pauseMilliseconds)
    },
    [flush],
  )

  /** Chooses a number for one question, or takes it back with `null`. */
  const answer = useCallback(
    (instrumentId: string, itemId: string, value: number | null): void => {
      const { [itemId]: _before, ...others } = latest.current.answers[instrumentId] ?? {}
      const answered = value === null ? others : { ...others, [itemId]: { value, missingReason: null } }
      change({ ...latest.current, answers: { ...latest.current.answers, [instrumentId]: answered } })
    },
    [change],
  )

  const comment = useCallback((text: string): void => change({ ...latest.current, comment: text }), [change])

  useEffect(() => {
    const stop = registerUnsaved(flush)
    return () => {
      stop()
      flush().catch(() => undefined)
    }
  }, [flush])

  return { given, answer, comment, flush, hasFailed }
}

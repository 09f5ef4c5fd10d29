import { useCallback, useRef, useState } from 'react'
import type { HandOverAnswers } from '#shared/contract/operations/hand-over.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useKept } from '#renderer/lib/use-kept.ts'

/** The client's answers. Saves them shortly after each change, at a lock, and before the form ends. */
export function useHandOverAnswers(start: HandOverAnswers) {
  const api = useApi()
  const [given, setGiven] = useState(start)
  const latest = useRef(given)
  const { keep, flush, failure } = useKept(async (next: HandOverAnswers) => {
    await api.handOver.saveAnswers(next)
  }, 300)

  const change = useCallback(
    (next: HandOverAnswers): void => {
      latest.current = next
      setGiven(next)
      keep(next)
    },
    [keep],
  )

  /** Sets the answer to one question; `null` removes it. */
  const answer = useCallback(
    (instrumentId: string, itemId: string, value: number | null): void => {
      const { [itemId]: _before, ...others } = latest.current.answers[instrumentId] ?? {}
      const answered = value === null ? others : { ...others, [itemId]: { value, missingReason: null } }
      change({ ...latest.current, answers: { ...latest.current.answers, [instrumentId]: answered } })
    },
    [change],
  )

  /** The same for a goal or problem in the client's own words. */
  const rateOwn = useCallback(
    (wordingId: string, value: number | null): void => {
      const { [wordingId]: _before, ...others } = latest.current.ownRatings
      change({
        ...latest.current,
        ownRatings: value === null ? others : { ...others, [wordingId]: value },
      })
    },
    [change],
  )

  /** Declines a form. Its answers go; the form is not given again until the therapist asks again. */
  const decline = useCallback(
    (instrumentId: string): void => {
      const { [instrumentId]: _before, ...answers } = latest.current.answers
      change({ ...latest.current, answers, declined: [...latest.current.declined, instrumentId] })
    },
    [change],
  )

  const comment = useCallback((text: string): void => change({ ...latest.current, comment: text }), [change])

  return { given, answer, rateOwn, decline, comment, flush, hasFailed: failure !== null }
}

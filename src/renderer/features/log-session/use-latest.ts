import { useCallback, useLayoutEffect, useRef } from 'react'

/** A function that always does the latest of what it is given and never changes itself, so that nothing redraws for it. */
export function useLatest(act: () => void): () => void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback(() => latest.current(), [])
}

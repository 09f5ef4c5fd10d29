import { useCallback, useLayoutEffect, useRef } from 'react'

/** Gives a function that always calls the latest version and never changes itself, so that it causes no render. */
export function useLatest(act: () => void): () => void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback(() => latest.current(), [])
}

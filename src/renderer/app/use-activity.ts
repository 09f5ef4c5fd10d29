import { useEffect } from 'react'
import { useApi } from '../lib/app-context.ts'

const atMostEveryMilliseconds = 5_000
const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/**
 * Tells main that somebody is here, so that the idle clock starts again. With `isWarned`, each sign is told at once.
 */
export function useActivity(isWarned: boolean): void {
  const api = useApi()
  useEffect(() => {
    let lastTold = isWarned ? -Infinity : performance.now()
    const tell = (): void => {
      const now = performance.now()
      if (now - lastTold < atMostEveryMilliseconds) return
      lastTold = now
      // A lock that has just begun refuses this, and that is all right.
      api.app.noteActivity().catch(() => undefined)
    }
    for (const sign of signsOfLife) window.addEventListener(sign, tell, { passive: true, capture: true })
    return () => {
      for (const sign of signsOfLife) window.removeEventListener(sign, tell, { capture: true })
    }
  }, [api, isWarned])
}

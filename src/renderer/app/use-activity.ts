import { useEffect } from 'react'
import { useApi } from '../lib/app-context.ts'

const atMostEveryMilliseconds = 5_000
const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Reports activity to main, which restarts the idle clock. With `isWarned`, reports each sign at once. */
export function useActivity(isWarned: boolean): void {
  const api = useApi()
  useEffect(() => {
    let lastReport = isWarned ? -Infinity : performance.now()
    const report = (): void => {
      const now = performance.now()
      if (now - lastReport < atMostEveryMilliseconds) return
      lastReport = now
      // A lock that has just begun refuses this, as it should.
      api.app.noteActivity().catch(() => undefined)
    }
    for (const sign of signsOfLife) window.addEventListener(sign, report, { passive: true, capture: true })
    return () => {
      for (const sign of signsOfLife) window.removeEventListener(sign, report, { capture: true })
    }
  }, [api, isWarned])
}

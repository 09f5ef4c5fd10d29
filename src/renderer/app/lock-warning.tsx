import { useEffect, useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEvents, useApi } from '../lib/app-context.ts'
import styles from './lock-warning.module.css'

/** Says that Attune is about to lock, without taking the focus. Any key or movement prevents the lock. */
export function LockWarning() {
  const { t } = useTranslation()
  const events = useEvents()
  const [seconds, setSeconds] = useState<number | null>(null)
  useActivity(seconds !== null)
  useEffect(
    () =>
      events.subscribe((event) => {
        if (event.name === 'locking-soon') setSeconds(event.seconds)
        if (event.name === 'locking-cancelled') setSeconds(null)
      }),
    [events],
  )
  return (
    <output className={styles['warning']}>
      {seconds === null ? null : <p>{t('app.lockingSoon', { count: seconds })}</p>}
    </output>
  )
}

const atMostEveryMilliseconds = 5_000
const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Reports activity to main, which restarts the idle clock. With `isWarned`, reports each sign at once. */
function useActivity(isWarned: boolean): void {
  const api = useApi()
  // Before the warning is drawn: a key that answers it at once counts too.
  useLayoutEffect(() => {
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

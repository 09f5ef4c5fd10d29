import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEvents } from '../lib/app-context.ts'
import { useActivity } from './use-activity.ts'
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

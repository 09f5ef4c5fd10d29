import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import styles from './client.module.css'

/** Printed only: whose page this is, and the day of printing. */
export function PrintedLine({ code }: { code: string }) {
  const { t } = useTranslation()
  const [date, setDate] = useState(() => new Date())
  useEffect(() => {
    // The page may be open since yesterday, and the browser lays out the paper as soon as this returns.
    const onBeforePrint = () => flushSync(() => setDate(new Date()))
    window.addEventListener('beforeprint', onBeforePrint)
    return () => window.removeEventListener('beforeprint', onBeforePrint)
  }, [])
  return <p className={styles['paperOnly']}>{t('client.printed', { code, date })}</p>
}

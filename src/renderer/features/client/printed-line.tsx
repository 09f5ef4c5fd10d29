import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import styles from './client.module.css'

/** On paper only: whose page this is, and the day it was printed. */
export function PrintedLine({ code }: { code: string }) {
  const { t } = useTranslation()
  const [date, setDate] = useState(() => new Date())
  useEffect(() => {
    // The page may have been open since yesterday, and the paper is laid out as soon as this returns.
    const onBeforePrint = () => flushSync(() => setDate(new Date()))
    window.addEventListener('beforeprint', onBeforePrint)
    return () => window.removeEventListener('beforeprint', onBeforePrint)
  }, [])
  return <p className={styles['paperOnly']}>{t('client.printed', { code, date })}</p>
}

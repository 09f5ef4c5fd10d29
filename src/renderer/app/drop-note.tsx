import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasFiles } from '../lib/file-drops.ts'
import styles from './picked-notice.module.css'

/** Long enough to read it after the file was let go. */
const shownMilliseconds = 6_000

/** Says where files can be dropped while somebody drags one over a screen that takes none, and for a moment after. */
export function DropNote() {
  const { t } = useTranslation()
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      clearTimeout(timer)
      // A part that takes files has prevented the event by now; the window refuses it after this.
      const isRefused = !event.defaultPrevented
      setIsShown(isRefused)
      if (isRefused) timer = setTimeout(() => setIsShown(false), shownMilliseconds)
    }
    document.addEventListener('dragover', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('dragover', look)
    }
  }, [])
  return (
    <div className={styles['notice']} data-screen-only="">
      <output data-said={isShown ? '' : undefined}>{isShown ? t('app.drop.elsewhere') : null}</output>
    </div>
  )
}

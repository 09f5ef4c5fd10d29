import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange, useQuietChange } from '../lib/change.ts'
import { Button } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import styles from './reading-file.module.css'

/** Gives up the file that is being read when the user leaves the screen, because nobody would see the answer. */
export function useGiveUpOnLeaving(isReading: boolean): void {
  const cancel = useQuietChange('reading.cancel')
  const isReadingNow = useRef(false)
  useEffect(() => {
    isReadingNow.current = isReading
  }, [isReading])
  useEffect(
    () => () => {
      // Locked meanwhile, the vault process has ended the reader itself.
      if (isReadingNow.current) void cancel().catch(() => undefined)
    },
    [cancel],
  )
}

/**
 * Says that a file is being read, and lets the user give it up. Appears only after 400 ms, so that it doesn't flash
 * before quick answers.
 */
export function ReadingFile({ name, onCancel }: { name: string; onCancel?: () => void }) {
  const { t } = useTranslation()
  const cancel = useChange('reading.cancel')
  return (
    <div className={styles['reading']}>
      <Loading label={t('app.readingFile.title', { name })} />
      <p className={styles['advice']}>{t('app.readingFile.advice')}</p>
      <Button
        onPress={() => {
          cancel.mutate()
          onCancel?.()
        }}
      >
        {t('app.readingFile.cancel')}
      </Button>
    </div>
  )
}

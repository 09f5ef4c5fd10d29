import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkProgress } from '#shared/imports/work-progress.ts'
import { useAsk } from '../lib/ask.ts'
import { useChange, useQuietChange } from '../lib/change.ts'
import { Button } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import styles from './reading-file.module.css'

const askEveryMilliseconds = 500

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
 * Says that a file is being read, and lets the user give it up. With `showsProgress` it says at which step the import is,
 * and how much of that is done. Appears only after 400 ms, so that it doesn't flash before quick answers.
 */
export function ReadingFile({
  name,
  onCancel,
  showsProgress = false,
  beginsWith = 'reading',
}: {
  name: string
  onCancel?: () => void
  showsProgress?: boolean
  /** The first step, which is shown until the vault has said how far it is. */
  beginsWith?: WorkProgress['step']
}) {
  const { t } = useTranslation()
  const cancel = useChange('reading.cancel')
  const { data: progress = null } = useAsk('reading.progress', undefined, {
    enabled: showsProgress,
    refetchInterval: askEveryMilliseconds,
    gcTime: 0,
  })
  const step = progress?.step ?? beginsWith
  const title =
    step === 'reading' ? t('app.readingFile.title', { name }) : t(`app.readingFile.steps.${step}`, { name })
  // All of it is done only at the end.
  const share = progress === null ? null : Math.floor(progress.share * 100) / 100
  return (
    <div className={styles['reading']}>
      <Loading label={title} />
      {share === null ? null : (
        <p className={styles['progress']}>
          <progress aria-label={title} max={1} value={share} />
          <span aria-hidden>{t('app.readingFile.percent', { share })}</span>
        </p>
      )}
      <p className={styles['advice']}>
        {step === 'saving' || step === 'taking-back'
          ? t('app.readingFile.whileSaving')
          : t('app.readingFile.advice')}
      </p>
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

import { useTranslation } from 'react-i18next'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import styles from './unlock-form.module.css'

/**
 * Counts down to the next try, for the eye only: a screen reader reads the beginning and the end. Always takes up its
 * line, so that nothing moves.
 */
export function WaitingNote({ seconds, hasWaited }: { seconds: number; hasWaited: boolean }) {
  const { t } = useTranslation()
  return (
    <div className={styles['waiting']}>
      <p aria-hidden="true">{seconds > 0 ? t('unlock.unlock.waiting', { count: seconds }) : null}</p>
      <VisuallyHidden>
        <output>
          {seconds > 0
            ? t('unlock.unlock.waitingBegins')
            : hasWaited
              ? t('unlock.unlock.waitingIsOver')
              : null}
        </output>
      </VisuallyHidden>
    </div>
  )
}

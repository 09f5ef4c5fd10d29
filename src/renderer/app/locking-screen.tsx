import { useTranslation } from 'react-i18next'
import type { Locking } from './use-locking.ts'
import styles from './locking-screen.module.css'

/** The blank screen while Attune locks. Says what is happening only if the lock takes noticeably long. */
export function LockingScreen({ locking }: { locking: Exclude<Locking, 'no'> }) {
  const { t } = useTranslation()
  return (
    <main className={styles['screen']}>
      <output className={styles['words']}>
        <span className={styles['title']}>{t(`app.locking.${locking}.title`)}</span>
        <span>{t(`app.locking.${locking}.text`)}</span>
      </output>
    </main>
  )
}

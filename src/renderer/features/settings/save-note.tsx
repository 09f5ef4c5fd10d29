import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import type { SaveSettings } from './use-save-settings.ts'
import styles from './settings.module.css'

/** Says quietly that a change is saved. It stands beside the card's title, so that nothing moves, and stays. */
export function SavedNote({ save }: { save: SaveSettings }) {
  const { t } = useTranslation()
  return <output className={styles['saved']}>{save.isSuccess ? t('settings.saved') : null}</output>
}

/** Says plainly that a change could not be saved. */
export function SaveFailure({ save }: { save: SaveSettings }) {
  const { t } = useTranslation()
  if (save.error === null) return null
  const { title, advice } = wordsForFailure(t, save.error)
  return <ErrorNotice title={title}>{advice}</ErrorNotice>
}

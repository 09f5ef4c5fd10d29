import { useTranslation } from 'react-i18next'
import type { SaveSettings } from './use-save-settings.ts'
import styles from './settings.module.css'

/** Says quietly that a change is saved. It is beside the card's title, so that nothing moves, and it stays. */
export function SavedNote({ save }: { save: SaveSettings }) {
  const { t } = useTranslation()
  return <output className={styles['saved']}>{save.isSuccess ? t('settings.saved') : null}</output>
}

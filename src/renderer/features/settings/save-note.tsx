import { useTranslation } from 'react-i18next'
import common from '#renderer/ui/common.module.css'
import type { SaveSettings } from './use-save-settings.ts'

/** Says quietly that a change is saved. It is beside the card's title, so that nothing moves, and it stays. */
export function SavedNote({ save }: { save: SaveSettings }) {
  const { t } = useTranslation()
  return <output className={common['note']}>{save.isSuccess ? t('settings.saved') : null}</output>
}

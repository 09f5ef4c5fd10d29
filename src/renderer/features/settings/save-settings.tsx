import { useTranslation } from 'react-i18next'
import { useChange } from '#renderer/lib/change.ts'
import common from '#renderer/ui/common.module.css'

/** Saves a change of the settings at once. Changes are saved one after the other, so the last one counts. */
export const useSaveSettings = () => useChange('settings.update', { scope: { id: 'settings' } })

/** Says quietly that a change is saved. It is beside the card's title, so that nothing moves, and it stays. */
export function SavedNote({ save }: { save: ReturnType<typeof useSaveSettings> }) {
  const { t } = useTranslation()
  return <output className={common['note']}>{save.isSuccess ? t('settings.saved') : null}</output>
}

import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import type { SaveSettings } from './use-save-settings.ts'
import styles from './settings.module.css'

/** Says quietly that a change is saved, or plainly that it is not. The line has its place from the start. */
export function SaveNote({ save }: { save: SaveSettings }) {
  const { t } = useTranslation()
  const failure = save.error === null ? null : wordsForFailure(t, save.error)
  return (
    <>
      <output className={styles['note']}>{save.isSuccess ? t('settings.saved') : null}</output>
      {failure === null ? null : <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/settings/settings.ts'
import { useAbout } from '#renderer/lib/app-context.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { SavedNote, useSaveSettings } from './save-settings.tsx'

/** Keeps Attune out of screenshots and shared screens, where the system can. */
export function CaptureCard({ settings }: { settings: Settings }) {
  const { t } = useTranslation()
  const { platform } = useAbout()
  const save = useSaveSettings()
  const isHidden = (save.isPending ? save.variables.hidesFromCapture : undefined) ?? settings.hidesFromCapture
  return (
    <Card title={t('settings.capture.title')} actions={<SavedNote save={save} />}>
      {platform === 'linux' ? (
        <p>{t('settings.capture.linux')}</p>
      ) : (
        <CheckBox
          label={t('settings.capture.hide')}
          description={t('settings.capture.description')}
          isSelected={isHidden}
          onChange={(next) => save.mutate({ hidesFromCapture: next })}
        />
      )}
      <FailureNotice failure={save.error} />
    </Card>
  )
}

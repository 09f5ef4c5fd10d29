import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settingsSchema, type Settings } from '#shared/settings/settings.ts'
import { useAbout } from '#renderer/lib/app-context.ts'
import { shortcutKeys } from '#renderer/lib/shortcut-keys.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { NumberEntry } from '#renderer/parts/number-entry.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { SavedNote, useSaveSettings } from './save-settings.tsx'

const { minValue, maxValue } = settingsSchema.shape.lockAfterMinutes

/** Sets after how many minutes Attune locks by itself. An empty field changes nothing. */
export function LockingCard({ settings }: { settings: Settings }) {
  const { t } = useTranslation()
  const { platform } = useAbout()
  const save = useSaveSettings()
  const [minutes, setMinutes] = useState<number | null>(settings.lockAfterMinutes)
  const limits = { least: minValue ?? 1, most: maxValue ?? 60 }
  const change = (next: number | null): void => {
    setMinutes(next)
    if (next === null) save.reset()
    else if (next !== settings.lockAfterMinutes) save.mutate({ lockAfterMinutes: next })
  }
  const current = t('settings.locking.current', { count: settings.lockAfterMinutes })
  return (
    <Card title={t('settings.locking.title')} actions={<SavedNote save={save} />}>
      <NumberEntry
        label={t('settings.locking.minutes')}
        unit={t('settings.locking.unit')}
        description={t('settings.locking.description', limits)}
        error={minutes === null ? t('settings.locking.invalid', { ...limits, current }) : undefined}
        value={minutes}
        onChange={change}
        minimum={limits.least}
        maximum={limits.most}
      />
      <p className={stackClass({ direction: 'row', gap: 8, align: 'centre' })}>
        {t('settings.locking.now')}
        <KeyHint keys={shortcutKeys('lock', platform, t)} />
      </p>
      <FailureNotice failure={save.error} />
    </Card>
  )
}

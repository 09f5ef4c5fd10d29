import { useTranslation } from 'react-i18next'
import { themes, type Settings } from '#shared/settings/settings.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { SavedNote } from './save-note.tsx'
import { useSaveSettings } from './use-save-settings.ts'

/** Chooses the theme: light, dark, or the computer's. */
export function AppearanceCard({ settings }: { settings: Settings }) {
  const { t } = useTranslation()
  const save = useSaveSettings()
  const theme = (save.isPending ? save.variables.theme : undefined) ?? settings.theme
  return (
    <Card title={t('settings.appearance.title')} actions={<SavedNote save={save} />}>
      <ChoiceGroup
        label={t('settings.appearance.theme')}
        description={t('settings.appearance.description')}
        options={themes.map((value) => ({ value, label: t(`settings.appearance.${value}`) }))}
        value={theme}
        onChange={(next) => {
          if (next !== null) save.mutate({ theme: next })
        }}
      />
      <FailureNotice failure={save.error} />
    </Card>
  )
}

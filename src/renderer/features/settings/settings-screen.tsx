import { useTranslation } from 'react-i18next'
import { themes, type Settings } from '#shared/settings/settings.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { CrisisTextCard } from './crisis-text-card.tsx'
import { ForesightCard } from './foresight-card.tsx'
import { LinkCard } from './link-card.tsx'
import { SampleCard } from './sample-card.tsx'
import { SavedNote, useSaveSettings } from './save-settings.tsx'

/** The settings for the theme, the crisis text and the fictional caseload, with links to all further settings. */
export function SettingsScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('settings.title')} width="narrow">
      <KeptSettings />
      <LinkCard about="rules" />
      <CrisisTextCard />
      <ForesightCard />
      <LinkCard about="vault" />
      <LinkCard about="records" />
      <SampleCard />
    </Page>
  )
}

function KeptSettings() {
  const { t } = useTranslation()
  return (
    <Loaded query={useAsk('settings.get')} loading={t('settings.loading')}>
      {(settings) => <AppearanceCard settings={settings} />}
    </Loaded>
  )
}

/** Chooses the theme: light, dark, or the computer's. */
function AppearanceCard({ settings }: { settings: Settings }) {
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

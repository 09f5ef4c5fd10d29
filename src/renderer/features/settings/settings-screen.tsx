import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { AppearanceCard } from './appearance-card.tsx'
import { CrisisTextCard } from './crisis-text-card.tsx'
import { RecordsCard, RulesAndInstrumentsCard } from './link-cards.tsx'
import { SampleCard } from './sample-card.tsx'
import { VaultCard } from './vault-card.tsx'

/** The settings for the theme, the crisis text and the fictional caseload, with links to all further settings. */
export function SettingsScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('settings.title')} width="narrow">
      <KeptSettings />
      <RulesAndInstrumentsCard />
      <CrisisTextCard />
      <VaultCard />
      <RecordsCard />
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

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { AppearanceCard } from './appearance-card.tsx'
import { CrisisTextCard } from './crisis-text-card.tsx'
import { RecordsCard } from './records-card.tsx'
import { RulesAndInstrumentsCard } from './rules-and-instruments-card.tsx'
import { SampleCard } from './sample-card.tsx'
import { VaultCard } from './vault-card.tsx'

/** How Attune looks, what to do at risk, the fictional caseload, and the ways to the settings with screens of their own. */
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
  const api = useApi()
  const settings = useQuery({ queryKey: queryKeys.settings, queryFn: () => api.settings.get() })
  if (settings.isError) {
    const { title, advice } = wordsForFailure(t, settings.error)
    return (
      <ErrorNotice
        title={title}
        action={<Button onPress={() => void settings.refetch()}>{t('settings.tryAgain')}</Button>}
      >
        {advice}
      </ErrorNotice>
    )
  }
  if (!settings.data) return <Loading label={t('settings.loading')} />
  return <AppearanceCard settings={settings.data} />
}

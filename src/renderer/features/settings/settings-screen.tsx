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
import { LockingCard } from './locking-card.tsx'
import { RecordsCard } from './records-card.tsx'
import { RulesAndInstrumentsCard } from './rules-and-instruments-card.tsx'
import { SampleCard } from './sample-card.tsx'
import { SecurityCard } from './security-card.tsx'

/** How Attune looks and locks, what to do at risk, the fictional caseload, and how the data is kept. */
export function SettingsScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('settings.title')} width="narrow">
      <KeptSettings />
      <RulesAndInstrumentsCard />
      <CrisisTextCard />
      <RecordsCard />
      <SampleCard />
      <SecurityCard />
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
  return (
    <>
      <AppearanceCard settings={settings.data} />
      <LockingCard settings={settings.data} />
    </>
  )
}

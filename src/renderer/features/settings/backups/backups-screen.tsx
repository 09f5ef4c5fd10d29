import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { BackToSettings } from '../back-to-settings.tsx'
import { ArchiveCard } from './archive-card.tsx'
import { ListCard } from './list-card.tsx'
import { PlacesCard } from './places-card.tsx'
import { StateCard } from './state-card.tsx'
import { useBackups } from './use-backups.ts'

/** How the backups stand, where they go, which there are, and the archive that needs no Attune. */
export function BackupsScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('backups.title')} subtitle={t('backups.subtitle')}>
      <BackToSettings label={t('backups.back')} />
      <Backups />
      <ArchiveCard />
    </Page>
  )
}

function Backups() {
  const { t } = useTranslation()
  const backups = useBackups()
  if (backups.isError) {
    const { title, advice } = wordsForFailure(t, backups.error)
    return (
      <ErrorNotice
        title={title}
        action={<Button onPress={() => void backups.refetch()}>{t('backups.tryAgain')}</Button>}
      >
        {advice}
      </ErrorNotice>
    )
  }
  if (!backups.data) return <Loading label={t('backups.loading')} />
  return (
    <>
      <StateCard list={backups.data} />
      <PlacesCard places={backups.data.places} />
      <ListCard backups={backups.data.backups} />
    </>
  )
}

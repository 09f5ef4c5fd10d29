import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { ArchiveCard } from './archive-card.tsx'
import { ListCard } from './list-card.tsx'
import { PlacesCard } from './places-card.tsx'
import { SetAsideCard } from './set-aside-card.tsx'
import { StateCard } from './state-card.tsx'

/** The state of the backups, their places, the list, and the archive that needs no Attune. */
export function BackupsScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('backups.title')} subtitle={t('backups.subtitle')}>
      <BackLink to="/settings">{t('backups.back')}</BackLink>
      <Backups />
      <ArchiveCard />
    </Page>
  )
}

function Backups() {
  const { t } = useTranslation()
  return (
    <Loaded query={useAsk('backups.list')} loading={t('backups.loading')}>
      {(list) => (
        <>
          <StateCard list={list} />
          <PlacesCard places={list.places} lostFolder={list.lostFolder} />
          <ListCard backups={list.backups} />
          <SetAsideCard setAside={list.setAside} />
        </>
      )}
    </Loaded>
  )
}

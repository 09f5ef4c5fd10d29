import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { RiskNotice } from '#renderer/parts/risk/risk-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { BackupNote } from './backup-note.tsx'
import { NoClients } from './no-clients.tsx'
import { TodayOverview } from './today-overview.tsx'

/** Shows today's sessions, open matters and unfinished work. */
export function TodayScreen() {
  const { t } = useTranslation()
  const today = useAsk('today.get')
  const clients = useAsk('clients.list')
  const hasClients = (clients.data?.length ?? 0) > 0
  return (
    <Page
      title={t('today.title')}
      subtitle={today.data ? t('today.date', { date: new Date(today.data.date) }) : undefined}
      actions={
        hasClients ? (
          <Link to="/log" className={buttonClass({ kind: 'primary' })}>
            <Icon name="pencil" />
            {t('today.logSession')}
          </Link>
        ) : undefined
      }
    >
      <RiskNotice risks={today.data?.risks ?? []} links="client" />
      <Loaded query={together({ day: today, all: clients })} loading={t('app.loading')}>
        {({ day, all }) => (all.length > 0 ? <TodayOverview today={day} /> : <NoClients />)}
      </Loaded>
      <BackupNote />
    </Page>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { RiskNotice } from '#renderer/parts/risk/risk-notice.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { BackupNote } from './backup-note.tsx'
import { NoClients } from './no-clients.tsx'
import { TodayOverview } from './today-overview.tsx'

/** Who comes today, what is open and what was not finished. */
export function TodayScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const today = useQuery({ queryKey: queryKeys.today, queryFn: () => api.today.get() })
  const clients = useQuery({ queryKey: queryKeys.clients, queryFn: () => api.clients.list() })
  const failed = [today, clients].find(({ isError }) => isError)
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
      {failed ? (
        <ErrorNotice
          title={wordsForFailure(t, failed.error).title}
          action={<Button onPress={() => void failed.refetch()}>{t('app.tryAgain')}</Button>}
        >
          {wordsForFailure(t, failed.error).advice}
        </ErrorNotice>
      ) : null}
      {!failed && (!today.data || !clients.data) ? <Loading label={t('app.loading')} /> : null}
      {today.data && clients.data ? hasClients ? <TodayOverview today={today.data} /> : <NoClients /> : null}
      <BackupNote />
    </Page>
  )
}

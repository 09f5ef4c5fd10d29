import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { RemovedSessions } from '#renderer/parts/sessions/removed-sessions.tsx'
import { RiskNotice } from '#renderer/parts/risk/risk-notice.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { BackupNote } from './backup-note.tsx'
import { TodayOverview } from './today-overview.tsx'
import styles from './today.module.css'

/** Shows today's sessions, open matters and unfinished work. */
export function TodayScreen() {
  const { t } = useTranslation()
  const today = useAsk('today.get')
  const attention = useAsk('attention.today')
  // Drawn once with both answers, the day is there sooner and does not move. After a failure it waits no longer.
  const isAwaited = attention.isPending && attention.errorUpdateCount === 0
  const isReadOnly = useReadOnly() !== null
  return (
    <Page
      title={t('today.title')}
      subtitle={today.data ? t('today.date', { date: new Date(today.data.date) }) : undefined}
      actions={
        today.data?.hasClients === true && !isReadOnly ? (
          <Link to="/log" className={buttonClass({ kind: 'primary' })}>
            <Icon name="pencil" />
            {t('today.logSession')}
          </Link>
        ) : undefined
      }
    >
      <RiskNotice risks={today.data?.risks ?? []} links="client" />
      <RemovedSessions clientId={null} />
      <Loaded query={{ ...today, data: isAwaited ? undefined : today.data }} loading={t('app.loading')}>
        {(day) =>
          day.hasClients || isReadOnly ? <TodayOverview today={day} attention={attention} /> : <NoClients />
        }
      </Loaded>
      <BackupNote />
    </Page>
  )
}

/** The first screen of an empty vault: how to begin, or how to look around. */
function NoClients() {
  const { t } = useTranslation()
  const loading = useChange('sample.load')
  return (
    <Stack gap={24}>
      <EmptyState
        action={
          <Link to="/clients/new" className={buttonClass({ kind: 'primary', size: 'large' })}>
            {t('today.empty.newClient')}
          </Link>
        }
      >
        {t('today.empty.sentence')}
      </EmptyState>
      <div className={styles['explore']}>
        <p>{t('today.empty.explore')}</p>
        <Button icon="leaf" onPress={() => loading.mutate()} isPending={loading.isPending}>
          {loading.isPending ? t('today.empty.loading') : t('today.empty.loadSample')}
        </Button>
      </div>
      <FailureNotice failure={loading.error} />
    </Stack>
  )
}

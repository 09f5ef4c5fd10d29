import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RemovedSession } from '#shared/contract/operations/sessions.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'

/** Stands in for a session that is gone. One that was removed since the last lock can be brought back here. */
export function NoSuchSession({ title, sessionId }: { title: string; sessionId?: string }) {
  const { t } = useTranslation()
  const removed = useAsk('sessions.removed').data?.find(({ id }) => id === sessionId)
  if (removed !== undefined) return <JustRemoved removed={removed} />
  return (
    <Page title={title}>
      <EmptyState
        action={
          <Link to="/log" className={buttonClass({ kind: 'primary', size: 'large' })}>
            {t('logSession.chooseAnother')}
          </Link>
        }
      >
        {t('logSession.notFound')}
      </EmptyState>
    </Page>
  )
}

function JustRemoved({ removed: { id, number, clientId, clientCode: code } }: { removed: RemovedSession }) {
  const { t } = useTranslation()
  const undo = useChange('sessions.undoRemoval')
  return (
    <Page title={t('mending.removed.pageTitle', { number, code })} width="narrow">
      <p>{t('mending.removed.until')}</p>
      <Stack direction="row" gap={8}>
        <Button size="large" isPending={undo.isPending} onPress={() => undo.mutate({ id })}>
          {t('mending.removed.undo')}
        </Button>
        <Link
          to="/clients/$clientId"
          params={{ clientId }}
          className={buttonClass({ kind: 'primary', size: 'large' })}
        >
          {t('mending.removed.toClient', { code })}
        </Link>
      </Stack>
      <FailureNotice failure={undo.error} />
    </Page>
  )
}

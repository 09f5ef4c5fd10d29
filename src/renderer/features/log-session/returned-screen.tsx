import { useEffect, useId, useRef, useState } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sessionIdSchema } from '#shared/records/ids.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { ClientPrompts } from '#renderer/parts/prompts/client-prompts.tsx'
import { RiskNotice } from '#renderer/parts/risk/risk-notice.tsx'
import { useRisksOfSession } from '#renderer/parts/risk/use-risks-of-session.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { hasClientAnswers, hasStopped } from './client-responses.ts'
import { therapistLog, withSession } from './edit-log.ts'
import { LoadFailure } from './load-failure.tsx'
import { SideBySide } from './side-by-side.tsx'
import { useInstruments } from './use-instruments.ts'
import { useSaveSession } from './use-save-session.ts'
import { useStoredSession } from './use-session.ts'

/** `/log/$sessionId/returned`: the page after the client, with nothing on it until it is asked for. */
export function ReturnedScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const { sessionId } = useParams({ from: '/log/$sessionId/returned' })
  const id = sessionIdSchema.parse(sessionId)
  const stored = useStoredSession(id)
  const risks = useRisksOfSession(id)
  const instruments = useInstruments()
  const [isShown, setIsShown] = useState(false)
  const clientId = stored.data?.session.clientId
  const client = useQuery({
    queryKey: queryKeys.client(clientId ?? ''),
    queryFn: clientId ? () => api.clients.get({ id: clientId }) : skipToken,
  })
  const failure = risks.error ?? stored.error ?? instruments.error ?? client.error
  if (failure)
    return (
      <LoadFailure
        title={t('logSession.returned.title')}
        failure={failure}
        onRetry={() => void Promise.all([risks, stored, instruments, client].map(({ refetch }) => refetch()))}
      />
    )
  if (!risks.data || !stored.data || !instruments.data || !client.data)
    return <Loading label={t('logSession.loading')} />
  const { session, hasHiddenEmotions } = stored.data
  // What asks for attention at once comes before everything else, this page's own question included.
  const isAllRead = risks.data.risks.every(({ acknowledged }) => acknowledged !== null)
  const isAnswered = hasHiddenEmotions || hasClientAnswers(stored.data)
  return (
    <Page
      title={
        isShown
          ? t('logSession.returned.sideBySide', { number: session.number, code: client.data.code })
          : t('logSession.returned.title')
      }
      width={isShown ? 'regular' : 'narrow'}
    >
      <RiskNotice risks={risks.data.risks} links="none" />
      {isAllRead ? (
        <>
          {isShown ? (
            <>
              <SideBySide stored={stored.data} findInstrument={instruments.find} />
              <ClientPrompts clientId={session.clientId} />
            </>
          ) : (
            <Neutral stored={stored.data} isAnswered={isAnswered} onShow={() => setIsShown(true)} />
          )}
          <Stack direction="row" gap={8}>
            <Link
              to="/log/$sessionId"
              params={{ sessionId: session.id }}
              hash="after"
              className={buttonClass({ size: 'large' })}
            >
              {t('logSession.returned.toSession')}
            </Link>
            <Link
              to="/clients/$clientId"
              params={{ clientId: session.clientId }}
              className={buttonClass({ size: 'large' })}
            >
              {t('logSession.returned.toClient')}
            </Link>
          </Stack>
        </>
      ) : null}
    </Page>
  )
}

/** Whether there are answers, and the one step that shows them; with an open guess, the guess comes first. */
function Neutral({
  stored,
  isAnswered,
  onShow,
}: {
  stored: StoredSessionLog
  isAnswered: boolean
  onShow: () => void
}) {
  const { t } = useTranslation()
  const saving = useSaveSession()
  const finalId = useId()
  const show = useRef<HTMLButtonElement>(null)
  const { hasHiddenEmotions } = stored
  useEffect(() => {
    // The button that skipped is gone; what it led to takes its place.
    if (saving.isSuccess && !hasHiddenEmotions) show.current?.focus()
  }, [saving.isSuccess, hasHiddenEmotions])
  if (!isAnswered) return <p>{t('logSession.returned.notAnswered')}</p>
  const failed = saving.error ? wordsForFailure(t, saving.error) : null
  const skip = () =>
    saving.mutate({
      log: withSession(therapistLog(stored), { guess: 'skipped' }),
      expectedRevision: stored.revision,
    })
  return (
    <>
      <p>{t(hasStopped(stored) ? 'logSession.returned.stopped' : 'logSession.returned.answered')}</p>
      <p>{t('logSession.returned.rest')}</p>
      {failed ? (
        <ErrorNotice title={failed.title} action={<Button onPress={skip}>{t('logSession.tryAgain')}</Button>}>
          {failed.advice}
        </ErrorNotice>
      ) : null}
      {hasHiddenEmotions ? (
        <>
          <p>{t('logSession.returned.openGuess')}</p>
          <Stack direction="row" gap={8}>
            <Link
              to="/log/$sessionId"
              params={{ sessionId: stored.session.id }}
              hash="guess"
              className={buttonClass({ kind: 'primary', size: 'large' })}
            >
              {t('logSession.returned.makeGuess')}
            </Link>
            <Button size="large" onPress={skip} describedBy={finalId} isPending={saving.isPending}>
              {t('logSession.returned.skip')}
            </Button>
            <span id={finalId}>{t('logSession.returned.final')}</span>
          </Stack>
        </>
      ) : (
        <div>
          <Button ref={show} kind="primary" size="large" onPress={onShow}>
            {t('logSession.returned.show')}
          </Button>
        </div>
      )}
    </>
  )
}

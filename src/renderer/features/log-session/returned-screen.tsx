import { useEffect, useId, useRef, useState } from 'react'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Risk } from '#shared/risk/risk.ts'
import { sessionIdSchema } from '#shared/records/ids.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { ClientPrompts } from '#renderer/parts/prompts/client-prompts.tsx'
import { RiskNotice } from '#renderer/parts/risk/risk-notice.tsx'
import { useRisksOfSession } from '#renderer/parts/risk/use-risks-of-session.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { ClientAnswers } from './client-answers.tsx'
import { hasClientAnswers, hasStopped } from './client-responses.ts'
import { ClientWords } from './client-words.tsx'
import { therapistLog, withSession } from './edit-log.ts'
import { GuessComparison } from './guess-comparison.tsx'
import { OfferTogether } from './offer-together.tsx'
import { OpenedForesightCard } from './opened-foresight.tsx'
import { SaidCard } from './said-card.tsx'
import { useInstruments, type FindInstrument } from './use-instruments.ts'
import { useSaveSession } from './use-save-session.ts'
import { useStoredSession } from './use-session.ts'

/**
 * `/log/$sessionId/returned`: the page after a hand-over. It shows nothing until the therapist asks, who has asked with
 * `#shown`.
 */
export function ReturnedScreen() {
  const { t } = useTranslation()
  const { sessionId } = useParams({ from: '/log/$sessionId/returned' })
  const id = sessionIdSchema.parse(sessionId)
  const stored = useStoredSession(id)
  const risks = useRisksOfSession(id)
  const instruments = useInstruments(id)
  const clientId = stored.data?.session.clientId
  const client = useAsk('clients.get', { id: clientId ?? '' }, { enabled: clientId !== undefined })
  return (
    <Loaded
      query={together({ risks, stored, instruments, client })}
      loading={t('logSession.loading')}
      page={{ title: t('logSession.returned.title') }}
    >
      {(found) =>
        // A session that was handed over is always stored.
        found.stored && (
          <Returned
            risks={found.risks.risks}
            stored={found.stored}
            code={found.client.code}
            findInstrument={instruments.find}
          />
        )
      }
    </Loaded>
  )
}

function Returned({
  risks,
  stored,
  code,
  findInstrument,
}: {
  risks: readonly Risk[]
  stored: StoredSessionLog
  code: string
  findInstrument: FindInstrument
}) {
  const { t } = useTranslation()
  const { session, hasHiddenEmotions } = stored
  const place = useLocation({ select: ({ hash }) => hash })
  const isAskedFor = place === 'shown'
  // Both have looked at it. The client may still be here, so nothing else is shown yet.
  const wasTogether = place === 'together'
  const [isShown, setIsShown] = useState(isAskedFor && !hasHiddenEmotions)
  // An answer that needs attention comes before everything else, but the client may still be looking at the screen.
  const [isOpened, setIsOpened] = useState(isAskedFor)
  const isWaiting = risks.length > 0 && !isOpened
  const isAllRead = !isWaiting && risks.every(({ acknowledged }) => acknowledged !== null)
  const isAnswered = hasHiddenEmotions || hasClientAnswers(stored)
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that opened it is gone, so the notice takes the focus.
    if (isOpened && !isAskedFor) notice.current?.focus()
  }, [isOpened, isAskedFor])
  return (
    <Page
      title={
        isShown
          ? t('logSession.returned.sideBySide', { number: session.number, code })
          : t('logSession.returned.title')
      }
      width={isShown ? 'regular' : 'narrow'}
    >
      {isWaiting ? (
        <ForYouAlone onOpen={() => setIsOpened(true)} />
      ) : (
        <div ref={notice} tabIndex={-1}>
          <RiskNotice risks={risks} links="none" />
        </div>
      )}
      {isAllRead ? (
        <>
          {wasTogether ? <SaidCard session={session} /> : null}
          {isShown ? (
            <>
              <SideBySide stored={stored} findInstrument={findInstrument} />
              <OpenedForesightCard sessionId={session.id} />
              <OfferTogether stored={stored} findInstrument={findInstrument} />
              <ClientPrompts clientId={session.clientId} />
            </>
          ) : (
            <Neutral stored={stored} isAnswered={isAnswered} onShow={() => setIsShown(true)} />
          )}
          <Stack direction="row" gap={8}>
            <Link
              to="/log/$sessionId"
              params={{ sessionId: session.id }}
              hash="after"
              className={buttonClass({ size: 'large' })}
            >
              {t('risk.toSession')}
            </Link>
            <Link
              to="/clients/$clientId"
              params={{ clientId: session.clientId }}
              className={buttonClass({ size: 'large' })}
            >
              {t('logSession.save.toClient', { code })}
            </Link>
          </Stack>
        </>
      ) : null}
    </Page>
  )
}

/**
 * Asks for the therapist, in words that give the client and others in the room no sign of what was answered. No button
 * has the focus: a second Enter after the passphrase must open nothing.
 */
function ForYouAlone({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('logSession.returned.alone')}</p>
      <div>
        <Button kind="primary" size="large" onPress={onOpen}>
          {t('logSession.returned.openAnswers')}
        </Button>
      </div>
    </>
  )
}

/** Says whether there are answers, with one button to show them; an open guess comes first. */
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
    // The skip button is gone, so the content that replaced it takes the focus.
    if (saving.isSuccess && !hasHiddenEmotions) show.current?.focus()
  }, [saving.isSuccess, hasHiddenEmotions])
  if (!isAnswered) return <p>{t('logSession.returned.notAnswered')}</p>
  const skip = () =>
    saving.mutate({
      log: withSession(therapistLog(stored), { guess: 'skipped' }),
      expectedRevision: stored.revision,
    })
  return (
    <>
      <p>{t(hasStopped(stored) ? 'logSession.returned.stopped' : 'logSession.returned.answered')}</p>
      <p>{t('logSession.returned.rest')}</p>
      <FailureNotice failure={saving.error} onRetry={skip} />
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

/** Both sides of the session: the client's comment first, then the emotions, then the ratings. */
function SideBySide({
  stored,
  findInstrument,
}: {
  stored: StoredSessionLog
  findInstrument: FindInstrument
}) {
  const { t } = useTranslation()
  return (
    <>
      <ClientWords stored={stored} />
      <Card title={t('logSession.client.emotions')}>
        <GuessComparison stored={stored} findInstrument={findInstrument} />
      </Card>
      <Card title={t('logSession.client.answers')}>
        <ClientAnswers stored={stored} findInstrument={findInstrument} />
      </Card>
    </>
  )
}

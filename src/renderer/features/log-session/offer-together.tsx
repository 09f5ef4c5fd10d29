import { useTranslation } from 'react-i18next'
import { bothViewsOf } from '#shared/overview/seen-together.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import type { SessionId } from '#shared/records/ids.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChangeBy, useTakeStatus } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import type { FindInstrument } from './use-instruments.ts'

/** Offers to look at both views of the session with the client. Nothing if there is none that both rated. */
export function OfferTogether({
  stored,
  findInstrument,
}: {
  stored: StoredSessionLog
  findInstrument: FindInstrument
}) {
  const { t } = useTranslation()
  const begin = useBeginTogether()
  if (bothViewsOf(stored, findInstrument).length === 0) return null
  return (
    <Card kind="sunken" title={t('together.offer.title')}>
      <p>{t('together.offer.text')}</p>
      <FailureNotice failure={begin.error} />
      <div>
        <Button icon="hand-over" isPending={begin.isPending} onPress={() => begin.mutate(stored.session.id)}>
          {t('together.offer.button')}
        </Button>
      </div>
    </Card>
  )
}

/** Gives the computer to both. The vault's new state unmounts every screen of the therapist's, this one included. */
function useBeginTogether() {
  const api = useApi()
  return useChangeBy(
    'handOver.beginTogether',
    async (begin, sessionId: SessionId) => {
      await begin({ sessionId })
      return api.vault.status()
    },
    { onSuccess: useTakeStatus() },
  )
}

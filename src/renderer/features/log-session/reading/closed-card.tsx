import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionId } from '#shared/records/ids.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './reading.module.css'

/** How what was open from a session ended, with a way to open it again. Nothing if nothing was closed. */
export function ClosedCard({ sessionId }: { sessionId: SessionId }) {
  const { t } = useTranslation()
  const asked = useAsk('repairs.ofSession', { sessionId })
  const place = useRef<HTMLDivElement>(null)
  const reopening = useChange('repairs.reopen', {
    // The button that had the focus is gone.
    onSuccess: () => place.current?.focus(),
  })
  const isReadOnly = useReadOnly() !== null
  const closing = asked.data ?? null
  return (
    <div ref={place} tabIndex={-1} className={styles['place']}>
      <FailureNotice failure={asked.error} />
      {closing === null ? null : (
        <Card title={t('repairs.onPage.title')}>
          <p>
            {t('repairs.onPage.said', {
              date: new Date(closing.closedOn),
              ending: t(`repairs.ending.${closing.how}`),
            })}
          </p>
          {closing.words === '' ? null : <p className={common['typedText']}>{closing.words}</p>}
          <FailureNotice failure={reopening.error} />
          {isReadOnly ? null : (
            <div data-screen-only="">
              <Button isPending={reopening.isPending} onPress={() => reopening.mutate({ sessionId })}>
                {t('repairs.onPage.reopen')}
              </Button>
            </div>
          )}
        </Card>
      )}
    </div>
  )
}

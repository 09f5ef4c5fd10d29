import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { LastLock } from '#shared/contract/operations/app.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Banner } from '#renderer/ui/banner.tsx'

/** Says why Attune locked and whether unsaved text is lost; renders nothing if it has not locked yet. */
export function LastLockNote() {
  const { t } = useTranslation()
  const last = useAsk('lock.last')
  const settings = useAsk('settings.get')
  // A missing reason or setting must not prevent an unlock, so the note leaves it out.
  if (!last.data || settings.isPending) return null
  const { isDraftSafe } = last.data
  return (
    <Banner
      kind={isDraftSafe ? 'info' : 'caution'}
      title={wordsForReason(t, last.data.reason, settings.data?.lockAfterMinutes ?? null)}
    >
      {isDraftSafe ? t('unlock.lastLock.safe') : t('unlock.lastLock.unsafe')}
    </Banner>
  )
}

function wordsForReason(t: TFunction, reason: LastLock['reason'], minutes: number | null): string {
  if (reason !== 'idle') return t(`unlock.lastLock.${reason}`)
  return minutes === null ? t('unlock.lastLock.idleUnknown') : t('unlock.lastLock.idle', { count: minutes })
}

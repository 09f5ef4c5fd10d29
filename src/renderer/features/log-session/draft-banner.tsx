import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoredDraft } from '#shared/records/draft.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { dayOf, isToday, timeOf } from '#renderer/lib/dates.ts'

/** Says that the form holds text that was never saved; `action` discards it. */
export function DraftBanner({
  draft,
  isSavedBelow,
  action,
}: {
  draft: StoredDraft
  /** Whether the draft continues a saved session. */
  isSavedBelow: boolean
  action: ReactNode
}) {
  const { t } = useTranslation()
  const time = timeOf(draft.updatedAt)
  const date = dayOf(draft.updatedAt)
  return (
    <Banner
      kind="info"
      title={
        isToday(draft.updatedAt)
          ? t('logSession.draft.here', { time })
          : t('logSession.draft.hereOn', { time, date })
      }
      actions={action}
    >
      {isSavedBelow ? t('logSession.draft.overSaved') : t('logSession.draft.unsaved')}
    </Banner>
  )
}

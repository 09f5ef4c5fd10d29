import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoredDraft } from '#shared/records/draft.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { dayOf, isToday, timeOf } from '#renderer/lib/dates.ts'

/** Says that what is in the form was typed earlier and never saved; `action` is the way back. */
export function DraftBanner({
  draft,
  isSavedBelow,
  action,
}: {
  draft: StoredDraft
  /** There is a saved session that the draft goes on from. */
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

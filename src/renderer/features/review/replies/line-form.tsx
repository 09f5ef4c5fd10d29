import { useTranslation } from 'react-i18next'
import { longestReviewLine, type ReviewLine } from '#shared/replies/comment.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted } from '#renderer/lib/drafted.tsx'
import { noteDraftSchema } from '#renderer/lib/note-draft.ts'
import { LineEntry } from '#renderer/parts/line-entry.tsx'

/** Adds something to talk about. */
export function LineForm({ clientId }: { clientId: ReviewLine['clientId'] }) {
  const { t } = useTranslation()
  const adding = useChange('replies.addLine')
  return (
    <Drafted form="review-line" subject={`${clientId} new`} clientId={null} schema={noteDraftSchema}>
      {(draft) => (
        <LineEntry
          draft={draft}
          label={t('replies.lines.label')}
          addLabel={t('replies.lines.add')}
          limit={longestReviewLine}
          adding={adding}
          onAdd={({ id, line }, onAdded) => adding.mutate({ id, clientId, line }, { onSuccess: onAdded })}
        />
      )}
    </Drafted>
  )
}

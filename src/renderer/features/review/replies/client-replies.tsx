import { useTranslation } from 'react-i18next'
import type { ReviewedClient } from '#shared/review/supervisee.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import type { BegunComment } from './begun-comment.ts'
import { CommentsCard } from './comments-card.tsx'
import { LinesCard } from './lines-card.tsx'

/** What the supervisor says about a received client: comments that leave with a reply, and a list that doesn't. */
export function ClientReplies({ client, begun }: { client: ReviewedClient; begun: BegunComment | null }) {
  const { t } = useTranslation()
  const query = useAsk('replies.ofReceived', { id: client.id })
  return (
    <Loaded query={query} loading={t('replies.comments.loading')}>
      {({ comments, lines }) => (
        <>
          <CommentsCard client={client} comments={comments} begun={begun} />
          <LinesCard clientId={client.id} lines={lines} />
        </>
      )}
    </Loaded>
  )
}

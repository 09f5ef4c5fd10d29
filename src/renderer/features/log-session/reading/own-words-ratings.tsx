import { useTranslation } from 'react-i18next'
import type { SessionId } from '#shared/records/ids.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import common from '#renderer/ui/common.module.css'

/** How the client rated their own goals and problems in the session, in the words of that day. Nothing if they didn't. */
export function OwnWordsRatings({ sessionId }: { sessionId: SessionId }) {
  const { t } = useTranslation()
  const { data, error } = useAsk('ownWords.ofSession', { sessionId })
  if (error) return <FailureNotice failure={error} />
  if (!data || data.length === 0) return null
  const rated = data.flatMap(({ kind, wordings }) =>
    wordings.flatMap(({ id, words, ratings }) => {
      const values = ratings.filter((rating) => rating.sessionId === sessionId).map(({ value }) => value)
      const value = values.at(-1)
      return value === undefined ? [] : [{ id, kind, words, value, earlier: values.slice(0, -1) }]
    }),
  )
  return (
    <Card title={t('ownWords.session.title')}>
      <ul className={common['divided']}>
        {rated.map(({ id, kind, words, value, earlier }) => (
          <li key={id}>
            <Stack direction="row" gap={8} lineGap={4} align="baseline">
              <Tag>{t(`ownWords.kind.${kind}`)}</Tag>
              <q className={common['typedText']} dir="auto">
                {words}
              </q>
              <span>
                {earlier.length === 0
                  ? t('ownWords.session.rated', { value })
                  : t('ownWords.session.before', { value, earlier: earlier.map(String) })}
              </span>
            </Stack>
            <p className={common['note']}>{t(`ownWords.direction.${kind}`)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

import { useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceEntry } from '#shared/evidence/evidence-item.ts'
import { Button } from '#renderer/ui/button.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import { useMark } from './use-mark.ts'
import { useReadToEnd } from './use-read-to-end.ts'
import common from '#renderer/ui/common.module.css'

/**
 * Shows at the end of the text whether the summary was read. Scrolling to the end marks it as read, once per visit, and
 * never overrides a mark set by hand.
 */
export function ReadingState({
  entry: { article, marks },
  beginning,
}: {
  entry: EvidenceEntry
  beginning: RefObject<HTMLElement | null>
}) {
  const { t } = useTranslation()
  const end = useRef<HTMLDivElement>(null)
  const mark = useMark(article.id)
  const [wasDecided, setWasDecided] = useState(false)
  const isRead = marks.readAt !== null
  const marksItself = !wasDecided && !isRead
  useReadToEnd(
    { beginning, end },
    marksItself
      ? () => {
          setWasDecided(true)
          mark.mutate({ id: article.id, state: 'read' })
        }
      : null,
  )
  return (
    <div
      ref={end}
      className={joinClasses(
        common['note'],
        stackClass({ direction: 'row', gap: 16, lineGap: 4, align: 'centre' }),
      )}
      data-screen-only
    >
      <output>
        {marks.readAt === null
          ? t('evidence.reading.unread')
          : t('evidence.reading.read', { date: new Date(marks.readAt) })}
      </output>
      <Button
        kind="quiet"
        onPress={() => {
          setWasDecided(true)
          mark.mutate({ id: article.id, state: isRead ? 'unread' : 'read' })
        }}
      >
        {t(isRead ? 'evidence.reading.markUnread' : 'evidence.reading.markRead')}
      </Button>
    </div>
  )
}

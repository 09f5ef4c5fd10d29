import { useState } from 'react'
import { Link, useCanGoBack, useRouter } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EvidenceItem } from '#shared/evidence/evidence-item.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import { rememberPlace, rememberedPlace, type ResultPlace } from './remembered-place.ts'
import common from '#renderer/ui/common.module.css'
import styles from './article.module.css'

/** Links back to where the summary was opened from, and, if that was the list of results, to its neighbours. */
export function BackRow({ articleId }: { articleId?: string }) {
  const { t } = useTranslation()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const neighbours = useNeighbours(articleId ?? null)
  return (
    <div className={styles['back']} data-screen-only>
      {canGoBack ? (
        <Button kind="quiet" icon="chevron-left" onPress={() => router.history.back()}>
          {t(neighbours === null ? 'evidence.back' : 'evidence.toResults')}
        </Button>
      ) : (
        <Link to="/evidence" activeOptions={{ exact: true }} className={buttonClass({ kind: 'quiet' })}>
          <Icon name="chevron-left" />
          {t('evidence.allEvidence')}
        </Link>
      )}
      {neighbours === null || neighbours.total < 2 ? null : (
        <nav
          className={stackClass({ direction: 'row', gap: 4, align: 'centre' })}
          aria-label={t('evidence.pager.label')}
        >
          <span className={joinClasses(common['note'], styles['quiet'])}>
            {t('evidence.pager.position', { position: neighbours.position, total: neighbours.total })}
          </span>
          <Neighbour place={neighbours.previous} direction="previous" />
          <Neighbour place={neighbours.next} direction="next" />
        </nav>
      )}
    </div>
  )
}

/** A link to a neighbour. It replaces the history entry, so that Back goes to the results. */
function Neighbour({ place, direction }: { place: ResultPlace | null; direction: 'previous' | 'next' }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  if (place === null) return null
  return (
    <Link
      to="/evidence/$articleId"
      params={{ articleId: place.articleId }}
      replace
      className={buttonClass({ kind: 'quiet' })}
      onClick={() => rememberPlace(queryClient, place)}
    >
      {direction === 'previous' ? <Icon name="chevron-left" /> : null}
      {t(`evidence.pager.${direction}`)}
      {direction === 'next' ? <Icon name="chevron-right" /> : null}
    </Link>
  )
}

/** A study's position in the results it was opened from. */
interface Neighbours {
  /** Counted from 1. */
  readonly position: number
  readonly total: number
  readonly previous: ResultPlace | null
  readonly next: ResultPlace | null
}

// Looks on both sides, because marking a study as read may remove it from the results before this one.
const around = 2

/** The studies before and after this one in the results it was opened from; null if it was opened from elsewhere. */
function useNeighbours(articleId: string | null): Neighbours | null {
  const queryClient = useQueryClient()
  const [place] = useState(() => rememberedPlace(queryClient))
  const isFromList = articleId !== null && place?.articleId === articleId
  const offset = Math.max(0, (place?.index ?? 0) - around)
  const { data } = useAsk(
    'evidence.search',
    { query: '', ...place?.search, offset, limit: around * 2 + 1 },
    { enabled: isFromList },
  )
  if (!isFromList || !data) return null
  const items = data.results.map(({ item }) => item)
  const at = items.findIndex(({ id }) => id === articleId)
  if (at === -1) return null
  const placeOf = (item: EvidenceItem | undefined, index: number): ResultPlace | null =>
    item === undefined ? null : { ...place, articleId: item.id, index: offset + index }
  return {
    position: offset + at + 1,
    total: data.total,
    previous: placeOf(items[at - 1], at - 1),
    next: placeOf(items[at + 1], at + 1),
  }
}

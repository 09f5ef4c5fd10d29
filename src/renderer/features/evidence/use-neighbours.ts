import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { EvidenceItem } from '#shared/evidence/evidence-item.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { rememberedPlace, type ResultPlace } from './remembered-place.ts'

/** A study's position in the results it was opened from. */
export interface Neighbours {
  /** Counted from 1. */
  readonly position: number
  readonly total: number
  readonly previous: ResultPlace | null
  readonly next: ResultPlace | null
}

// Looks on both sides, because marking a study as read may remove it from the results before this one.
const around = 2

/** The studies before and after this one in the results it was opened from; null if it was opened from elsewhere. */
export function useNeighbours(articleId: string | null): Neighbours | null {
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

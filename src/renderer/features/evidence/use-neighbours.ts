import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { EvidenceItem } from '#shared/evidence/evidence-item.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { rememberedPlace, type ResultPlace } from './remembered-place.ts'

/** A study among the results it was opened from. */
export interface Neighbours {
  /** From 1. */
  readonly position: number
  readonly total: number
  readonly previous: ResultPlace | null
  readonly next: ResultPlace | null
}

// On either side, since marking a study as read may take it out of the results that come before.
const around = 2

/** What comes before and after a study in the results it was opened from; null where it was opened from elsewhere. */
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

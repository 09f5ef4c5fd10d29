import { useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { EvidenceItem } from '#shared/evidence/evidence-item.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { evidenceKeys } from './evidence-keys.ts'
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
  const api = useApi()
  const queryClient = useQueryClient()
  const [place] = useState(() => rememberedPlace(queryClient))
  const isFromList = articleId !== null && place?.articleId === articleId
  const { data } = useQuery({
    queryKey: place === null ? [] : evidenceKeys.neighbours(place.search, place.index),
    enabled: isFromList,
    queryFn: async () => {
      if (place === null) return null
      const offset = Math.max(0, place.index - around)
      const found = await api.evidence.search({ ...place.search, offset, limit: around * 2 + 1 })
      return { offset, total: found.total, items: found.results.map(({ item }) => item) }
    },
  })
  if (!isFromList || !data) return null
  const at = data.items.findIndex(({ id }) => id === articleId)
  if (at === -1) return null
  const placeOf = (item: EvidenceItem | undefined, index: number): ResultPlace | null =>
    item === undefined ? null : { ...place, articleId: item.id, index: data.offset + index }
  return {
    position: data.offset + at + 1,
    total: data.total,
    previous: placeOf(data.items[at - 1], at - 1),
    next: placeOf(data.items[at + 1], at + 1),
  }
}

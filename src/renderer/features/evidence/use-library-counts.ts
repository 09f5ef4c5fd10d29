import { useQuery } from '@tanstack/react-query'
import { designSchema, type Design } from '#shared/evidence/effect.ts'
import type { EvidenceItem } from '#shared/evidence/evidence-item.ts'
import { topics, type TopicId } from '#shared/evidence/topics.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { evidenceKeys } from './evidence-keys.ts'

/** How many summaries there are in all, under each topic, of each design, and from which years. */
export interface LibraryCounts {
  readonly total: number
  readonly topics: ReadonlyMap<TopicId, number>
  readonly designs: ReadonlyMap<Design, number>
  /** The years that have summaries, the latest first. */
  readonly years: readonly number[]
}

/** What the filters offer; the library is counted anew when a summary is added or removed. */
export function useLibraryCounts(): LibraryCounts | undefined {
  const api = useApi()
  return useQuery({
    queryKey: evidenceKeys.items,
    queryFn: async () => countItems(await api.evidence.list()),
  }).data
}

/** Counts the summaries of a library; every topic and design has a count, if only 0. */
export function countItems(items: readonly EvidenceItem[]): LibraryCounts {
  const byTopic = new Map<TopicId, number>(topics.map(({ id }) => [id, 0]))
  const byDesign = new Map<Design, number>(designSchema.options.map((id) => [id, 0]))
  const years = new Set<number>()
  for (const item of items) {
    for (const topic of item.topics) byTopic.set(topic, (byTopic.get(topic) ?? 0) + 1)
    if (item.design !== null) byDesign.set(item.design, (byDesign.get(item.design) ?? 0) + 1)
    if (item.year !== null) years.add(item.year)
  }
  return {
    total: items.length,
    topics: byTopic,
    designs: byDesign,
    years: [...years].toSorted((one, other) => other - one),
  }
}

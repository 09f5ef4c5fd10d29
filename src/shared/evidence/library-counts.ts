import { z } from 'zod'
import { designSchema } from './effect.ts'
import type { EvidenceItem } from './evidence-item.ts'
import { topicIdSchema } from './topics.ts'

const count = z.int().min(0)

/** The number of summaries in a library: in all, by topic, by design; and their years. */
export const libraryCountsSchema = z.strictObject({
  total: count,
  topics: z.record(topicIdSchema, count),
  designs: z.record(designSchema, count),
  /** The years with summaries, the latest first. */
  years: z.array(z.int()),
})
export type LibraryCounts = z.output<typeof libraryCountsSchema>

/** Counts the summaries of a library; every topic and design has a count, even if 0. */
export function countLibrary(
  items: readonly Pick<EvidenceItem, 'topics' | 'design' | 'year'>[],
): LibraryCounts {
  // `fromEntries` loses the type of the names; these are all of them.
  const topics = Object.fromEntries(topicIdSchema.options.map((id) => [id, 0])) as LibraryCounts['topics']
  const designs = Object.fromEntries(designSchema.options.map((id) => [id, 0])) as LibraryCounts['designs']
  const years = new Set<number>()
  for (const item of items) {
    for (const topic of item.topics) topics[topic] += 1
    if (item.design !== null) designs[item.design] += 1
    if (item.year !== null) years.add(item.year)
  }
  return { total: items.length, topics, designs, years: [...years].toSorted((one, other) => other - one) }
}

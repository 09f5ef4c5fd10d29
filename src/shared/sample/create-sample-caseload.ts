import type { ClientEntry } from '#shared/records/client.ts'
import type { SessionLog } from '#shared/records/session-log.ts'
import { sampleStories } from './stories/sample-stories.ts'
import { type Present, tellStory } from './tell-story.ts'

/**
 * Makes the fictional caseload for exploring Attune: twelve invented clients and all their sessions up to today.
 *
 * The same `today`, `zone` and `now` always give the same records, and ids depend on none of them. No rating is later
 * than `now`. Throws a RangeError for a zone that the platform doesn't know.
 */
export function createSampleCaseload(present: Present): { clients: ClientEntry[]; logs: SessionLog[] } {
  const stories = sampleStories.map((story) => tellStory(story, present))
  return { clients: stories.map(({ client }) => client), logs: stories.flatMap(({ logs }) => logs) }
}

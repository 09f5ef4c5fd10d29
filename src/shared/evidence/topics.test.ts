import { describe, expect, it } from 'vitest'
import { topicIdSchema, topics, topicTitle } from './topics.ts'

describe('the topics', () => {
  it('are 36, each with its own id and title', () => {
    expect(new Set(topics.map(({ id }) => id)).size).toBe(36)
    expect(new Set(topics.map(({ title }) => title)).size).toBe(36)
  })

  it('are known by their ids and titled for the screen', () => {
    expect(topicIdSchema.safeParse('alliance').success).toBe(true)
    expect(topicIdSchema.safeParse('Alliance').success).toBe(false)
    expect(topicTitle('suicide-crisis')).toBe('Suicide and crisis intervention')
  })
})

import { describe, expect, it } from 'vitest'
import { responseIdSchema, sessionEventIdSchema } from '#shared/records/ids.ts'
import type { SessionEvent } from '#shared/records/session.ts'
import { recoveredLog, responseTo, withAnswer, withEventKinds, withWords } from './edit-log.ts'
import {
  clientId,
  clientResponse,
  instruments,
  logWith,
  savedAt,
  sessionId,
  storedOf,
} from './testing/fake-vault.ts'

const feelings = instruments.find(({ id }) => id === 'attune-feelings-before')!
const stamp = (id = '0b1f9a52-6d43-4b5c-8a53-5d0f6a4f3c01') => ({ id, at: savedAt })

describe('answering', () => {
  it('makes one response and keeps its id through later answers', () => {
    const first = withAnswer(logWith(), feelings, 'supportive', 6, stamp())
    const second = withAnswer(first, feelings, 'inadequate', 2, stamp('c7a6e0a4-2f5a-4f6e-9f25-93f54b7f0d02'))
    expect(second.responses).toHaveLength(1)
    expect(responseTo(second, feelings.id)).toMatchObject({
      id: responseIdSchema.parse(stamp().id),
      rater: 'therapist',
      occasion: 'before',
      answers: { supportive: { value: 6 }, inadequate: { value: 2 } },
    })
  })

  it('leaves no response after the last answer is removed', () => {
    const rated = withAnswer(logWith(), feelings, 'supportive', 6, stamp())
    expect(withAnswer(rated, feelings, 'supportive', null, stamp()).responses).toEqual([])
  })

  it('keeps a response that has only words', () => {
    const log = withWords(logWith(), feelings, ['drained'], stamp())
    expect(responseTo(log, feelings.id)?.words).toEqual(['drained'])
  })

  it('counts 0 as an answer', () => {
    const log = withAnswer(logWith(), feelings, 'inadequate', 0, stamp())
    expect(responseTo(log, feelings.id)?.answers['inadequate']).toEqual({ value: 0, missingReason: null })
  })
})

describe('a draft from before the guess was sealed', () => {
  it('takes the sealed guess', () => {
    const sealed = { ...clientResponse('attune-emotions-guess', { sadness: 3 }), rater: 'therapist' as const }
    const later = { ...clientResponse('attune-emotions-guess', { sadness: 9 }), rater: 'therapist' as const }
    const stored = storedOf(logWith({ guess: 'sealed' }, { responses: [sealed] }))
    const draft = {
      sessionId,
      clientId,
      baseRevision: 1,
      updatedAt: savedAt,
      log: logWith({ notes: 'kept' }, { responses: [later] }),
    }
    const log = recoveredLog(draft, stored)
    expect(log.session).toMatchObject({ guess: 'sealed', notes: 'kept' })
    expect(log.responses).toEqual([sealed])
  })
})

describe('events', () => {
  it('keep their notes when other kinds are added or removed', () => {
    const eventOf = (kind: SessionEvent['kind']): SessionEvent => ({
      id: sessionEventIdSchema.parse(crypto.randomUUID()),
      kind,
      note: kind === 'client-cried' ? 'about home' : '',
    })
    const one = withEventKinds(logWith(), ['client-cried'], eventOf)
    const two = withEventKinds(one, ['client-cried', 'concern-raised'], eventOf)
    expect(two.events.map(({ kind, note }) => [kind, note])).toEqual([
      ['client-cried', 'about home'],
      ['concern-raised', ''],
    ])
    expect(two.events[0]).toBe(one.events[0])
  })
})

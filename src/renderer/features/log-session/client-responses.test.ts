import { describe, expect, it } from 'vitest'
import { furthestApart, pairedEmotions, type PairedItem } from '#shared/overview/paired-items.ts'
import { hasClientAnswers } from './client-responses.ts'
import { clientResponse, instruments, logWith } from './testing/fake-vault.ts'
import { findIn } from './use-instruments.ts'

const find = findIn(instruments)
const item = (id: string, therapist: number | null, client: number | null): PairedItem => ({
  id,
  text: id,
  minimum: 0,
  maximum: 10,
  therapist,
  client,
  reason: null,
  labels: undefined,
  anchors: undefined,
  isAskedOfBoth: true,
})

describe('guess and rating side by side', () => {
  it('have every emotion, and a reason for each missing rating', () => {
    const emotions = clientResponse('attune-emotions-client', { sadness: 7 })
    const log = logWith(
      {},
      {
        responses: [
          { ...emotions, answers: { ...emotions.answers, calm: { value: null, missingReason: 'stopped' } } },
        ],
      },
    )
    const pairs = pairedEmotions(log, find)
    expect(pairs).toHaveLength(7)
    expect(pairs.find(({ id }) => id === 'sadness')).toMatchObject({
      client: 7,
      therapist: null,
      reason: null,
    })
    expect(pairs.find(({ id }) => id === 'calm')).toMatchObject({ client: null, reason: 'stopped' })
  })
})

describe('the widest gap', () => {
  it('considers only pairs, and takes the first of a tie', () => {
    const items = [item('sadness', 0, null), item('anger', 2, 5), item('fear', 8, 5)]
    expect(furthestApart(items)).toMatchObject({ id: 'anger', gap: 3 })
  })

  it('is null if no emotion was rated by both', () => {
    expect(furthestApart([item('sadness', 3, null), item('anger', null, 4)])).toBeNull()
  })
})

describe('whether the client answered', () => {
  it('counts a comment alone, but not an empty form', () => {
    const empty = clientResponse('attune-alliance-client', {})
    expect(hasClientAnswers({ responses: [empty] })).toBe(false)
    expect(hasClientAnswers({ responses: [{ ...empty, comment: 'Thank you' }] })).toBe(true)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sessionStatuses, type SessionStatus } from '../records/session.ts'
import { directionOf, leastChangeOf, openForesight, type ForeseenCourse } from './open-foresight.ts'

type Given = readonly [status: SessionStatus, rating?: number | null | undefined]

/** Sessions numbered from 1. A rating that is left out means no form; null means a form without an answer. */
function course(given: readonly Given[], more: Partial<ForeseenCourse> = {}): ForeseenCourse {
  return {
    sessions: given.map(([status, rating], index) => ({
      number: index + 1,
      status,
      isAnswered: rating !== undefined,
    })),
    ratings: [given.map(([, rating]) => rating ?? null)],
    leastChange: 0.5,
    ...more,
  }
}

describe('a foresight', () => {
  test.each([
    ['higher', 7, 7.5],
    ['same', 7, 7.25],
    ['same', 7, 7],
    ['same', 7, 6.75],
    ['lower', 7, 6.5],
    // 2.3 - 1.8 is slightly less than 0.5 in a computer.
    ['higher', 1.8, 2.3],
  ] as const)('opens as %s when the rating goes from %d to %d', (direction, before, after) => {
    expect(
      openForesight(
        1,
        course([
          ['held', before],
          ['held', after],
        ]),
      ),
    ).toEqual({ number: 2, came: true, rated: { direction, before, after } })
  })

  test('stays sealed until the next session is over and the client has filled in the form', () => {
    const first: Given = ['held', 7]
    for (const later of [[], [['planned']], [['begun', 5]], [['held']]] as const)
      expect(openForesight(1, course([first, ...later]))).toBeNull()
  })

  test('fault 316: a session cancelled in time is neither missed nor come to, and the next one opens it', () => {
    const cancelled: readonly Given[] = [['held', 7], ['cancelled-by-client'], ['cancelled-by-therapist']]
    expect(openForesight(1, course(cancelled))).toBeNull()
    expect(openForesight(1, course([...cancelled, ['held', 4]]))).toEqual({
      number: 4,
      came: true,
      rated: { direction: 'lower', before: 7, after: 4 },
    })
  })

  test.each(['no-show', 'late-cancel'] as const)('is opened by a session that was missed (%s)', (status) => {
    expect(openForesight(1, course([['held', 7], [status], ['held', 9]]))).toEqual({
      number: 2,
      came: false,
      rated: null,
    })
  })

  test('says only that the client came if that session was not rated', () => {
    const unrated = { number: 2, came: true, rated: null }
    expect(
      openForesight(
        1,
        course([
          ['held', 7],
          ['held', null],
        ]),
      ),
    ).toEqual(unrated)
    expect(openForesight(1, course([['held', 7], ['held'], ['held', 9]]))).toEqual(unrated)
    expect(openForesight(1, course([['held', 7], ['held'], ['no-show']]))).toEqual(unrated)
  })

  test('is compared with the newest rating up to its own session, also one that was made after it was sealed', () => {
    const found = openForesight(3, course([['held', 4], ['held', 8], ['held'], ['held', 6]]))
    expect(found?.rated).toEqual({ direction: 'lower', before: 8, after: 6 })
    expect(openForesight(1, course([['held'], ['held', 6]]))?.rated).toBeNull()
  })

  test('is opened by the same scale alone: another version of the form says nothing of the direction', () => {
    const sessions = course([
      ['held', 7],
      ['held', 9],
    ])
    const apart = {
      ...sessions,
      ratings: [
        [7, null],
        [null, 9],
      ],
    }
    expect(openForesight(1, apart)).toEqual({ number: 2, came: true, rated: null })
  })

  test('is never changed by what happens after the session that opened it', () => {
    const given = fc.tuple(
      fc.constantFrom(...sessionStatuses),
      fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    )
    fc.assert(
      fc.property(fc.array(given, { maxLength: 6 }), given, (sessions, added) => {
        const opened = openForesight(1, course([['held', 5], ...sessions]))
        fc.pre(opened !== null)
        expect(openForesight(1, course([['held', 5], ...sessions, added]))).toEqual(opened)
      }),
    )
  })
})

test('higher and lower count from the reliable change on that a source names, else from two steps of the scale', () => {
  expect(leastChangeOf(0.25, null)).toBe(0.5)
  expect(leastChangeOf(1, 6)).toBe(6)
  expect([-6, -5, 0, 5, 6].map((change) => directionOf(change, 6))).toEqual([
    'lower',
    'same',
    'same',
    'same',
    'higher',
  ])
})

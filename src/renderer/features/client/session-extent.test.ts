import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { clientAlliance, clientBond } from '#shared/series/testing/own-series.ts'
import { startI18n } from '#renderer/lib/i18n.ts'
import { extentInWords, sessionExtent } from './session-extent.ts'
import { exampleSession } from './testing/example-overview.ts'

describe('sessionExtent', () => {
  beforeAll(startI18n)

  const sessions = [
    exampleSession(1, { scores: { [clientAlliance]: 7, [clientBond]: 8 } }),
    exampleSession(2, { clientMissing: 'skipped' }),
    exampleSession(3, { clientMissing: 'partly-answered', scores: { [clientBond]: 6 } }),
    exampleSession(4, { status: 'no-show' }),
    exampleSession(5, { status: 'late-cancel' }),
    exampleSession(6, { status: 'begun' }),
    exampleSession(7, { status: 'planned' }),
    exampleSession(8, { status: 'cancelled-by-client' }),
  ]

  it('counts missing ratings only for sessions that took place, and missed visits separately', () => {
    expect(sessionExtent(sessions, clientAlliance, true)).toEqual({
      held: 3,
      missed: 2,
      notRated: 1,
      partlyAnswered: 1,
      otherVersion: 0,
    })
    expect(extentInWords(sessionExtent(sessions, clientAlliance, true), i18next.t)).toBe(
      '3 sessions held, 1 not rated, 1 answered in part, 2 missed',
    )
  })

  it('counts an item of a form answered in part as rated or not by its own answer', () => {
    expect(sessionExtent(sessions, clientBond, false)).toMatchObject({ notRated: 1, partlyAnswered: 0 })
  })

  it('calls a session answered on another version of the form neither unrated nor answered in part', () => {
    const changed = [exampleSession(1, { scores: { [`${clientAlliance}@1`]: 6 } }), ...sessions.slice(0, 2)]
    expect(extentInWords(sessionExtent(changed, clientAlliance, true), i18next.t)).toBe(
      '3 sessions held, 1 rated on another version of the form, 1 not rated',
    )
    expect(sessionExtent(changed, clientBond, false)).toMatchObject({ otherVersion: 0, notRated: 2 })
  })

  it('says that all are rated if none is missing', () => {
    expect(extentInWords(sessionExtent(sessions.slice(0, 1), clientAlliance, true), i18next.t)).toBe(
      '1 session held, all rated',
    )
  })
})

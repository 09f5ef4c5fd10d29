import { buildOverview } from '#shared/overview/build-overview.ts'
import {
  sessionSummarySchema,
  type ClientOverview,
  type SessionSummary,
} from '#shared/overview/client-overview.ts'
import { clientAlliance, ownSeries, therapistAlliance } from '#shared/series/testing/own-series.ts'
import { initialRuleParameters, type RuleParameters } from '#shared/rule-settings/rule-parameters.ts'
import { clientSchema } from '#shared/records/client.ts'
import type { RuptureNote } from '#shared/records/rupture-note.ts'

export const exampleClient = clientSchema.parse({
  id: '99999999-9999-4999-8999-999999999999',
  code: 'K-07',
  status: 'active',
  startedOn: '2025-01-07',
  therapyType: 'Integrative',
  notes: '',
  isFictional: false,
  createdAt: '2025-01-07T09:00:00.000Z',
  revision: 1,
})

export const exampleNote: RuptureNote = {
  seenBy: 'therapist',
  isWithdrawal: true,
  isConfrontation: false,
  intensity: 5,
  resolution: 'unresolved',
  tried: [],
  note: '',
}

/** A held session one week after the last, with the ratings in `changes`. */
export function exampleSession(number: number, changes: object = {}): SessionSummary {
  return sessionSummarySchema.parse({
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    number,
    status: 'held',
    date: new Date(Date.UTC(2025, 0, 7 * number)).toISOString().slice(0, 10),
    modality: 'in-person',
    isClosed: true,
    hasHiddenEmotions: false,
    hasNotes: false,
    clientMissing: null,
    scores: {},
    scoresBefore: {},
    feelingWords: null,
    ruptureNote: null,
    events: [],
    ...changes,
  })
}

/** An overview that the real analytics calculate from the client's alliance; `notes` are by session number. */
export function exampleOverview(
  alliance: readonly (number | null)[],
  {
    therapist = [],
    notes = {},
    parameters = {},
  }: {
    therapist?: readonly number[]
    notes?: Record<number, RuptureNote>
    parameters?: Partial<RuleParameters>
  } = {},
): ClientOverview {
  const sessions = alliance.map((score, index) => {
    const own = therapist[index]
    return exampleSession(index + 1, {
      scores: {
        ...(score === null ? {} : { [clientAlliance]: score }),
        ...(own === undefined ? {} : { [therapistAlliance]: own }),
      },
      ruptureNote: notes[index + 1] ?? null,
    })
  })
  return {
    ...buildOverview(exampleClient, sessions, {
      series: ownSeries,
      parameters: { ...initialRuleParameters, ...parameters },
    }),
    prompts: [],
  }
}

/** One fall at rupture level in session 8, back in session 9. */
export const repairedFall = [7.5, 7, 7.5, 8, 7.5, 7.5, 7, 8, 4.5, 7, 7.5]

import { clientSchema, type Client } from '../../records/client.ts'
import { clientAlliance, therapistAlliance } from '../../series/testing/own-series.ts'
import { sessionSummarySchema, type SessionSummary } from '../client-overview.ts'

export const exampleClient: Client = clientSchema.parse({
  id: '99999999-9999-4999-8999-999999999999',
  code: 'K-07',
  status: 'active',
  startedOn: '2025-01-07',
  therapyType: '',
  notes: '',
  isFictional: false,
  createdAt: '2025-01-07T09:00:00.000Z',
  revision: 1,
})

/** Sessions a week apart with these alliance ratings; `planned` means one that has not taken place. */
export function exampleSessions(
  alliance: readonly (number | null | 'planned')[],
  therapist: readonly (number | null)[] = [],
): SessionSummary[] {
  return alliance.map((score, index) => {
    const own = therapist[index] ?? null
    return sessionSummarySchema.parse({
      id: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
      number: index + 1,
      status: score === 'planned' ? 'planned' : 'held',
      date: new Date(Date.UTC(2025, 0, 7 * (index + 1))).toISOString().slice(0, 10),
      modality: 'in-person',
      isClosed: true,
      hasHiddenEmotions: false,
      hasNotes: false,
      clientMissing: null,
      scores: {
        ...(typeof score === 'number' ? { [clientAlliance]: score } : {}),
        ...(own === null ? {} : { [therapistAlliance]: own }),
      },
      scoresBefore: {},
      feelingWords: null,
      ruptureNote: null,
      events: [],
    })
  })
}

import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import { answersSchema } from '#shared/instruments/response.ts'
import { responseSchema, storedSessionLogSchema, type StoredSessionLog } from '#shared/records/session-log.ts'
import type { ClientRecord } from '#shared/reports/client-record.ts'
import { exampleClient, exampleSession } from '../../testing/example-overview.ts'

const files = import.meta.glob<unknown>('../../../../../../assets/instruments/*.json', {
  eager: true,
  import: 'default',
})

/** The forms that ship with Attune. */
export const shippedForms: readonly Instrument[] = Object.values(files).map((file) =>
  instrumentSchema.parse(file),
)

const answered = (values: Record<string, number | null>) =>
  answersSchema.parse(
    Object.fromEntries(
      Object.entries(values).map(([id, value]) => [
        id,
        { value, missingReason: value === null ? 'skipped' : null },
      ]),
    ),
  )

/** One filled-in form of the version that ships; null is a question left out. */
export function exampleResponse(
  instrumentId: string,
  values: Record<string, number | null>,
  changes: object = {},
) {
  const version = shippedForms.find(({ id }) => id === instrumentId)?.version ?? 1
  return responseSchema.parse({
    id: crypto.randomUUID(),
    instrumentId,
    instrumentVersion: version,
    rater: 'client',
    occasion: 'after',
    answers: answered(values),
    words: [],
    comment: '',
    recordedAt: '2025-01-07T10:00:00.000Z',
    ...changes,
  })
}

/** A stored session with the number and the day of `exampleSession`. */
export function exampleLog(
  number: number,
  { session = {}, ...changes }: { session?: object; [name: string]: unknown } = {},
): StoredSessionLog {
  const { id, date } = exampleSession(number)
  return storedSessionLogSchema.parse({
    session: {
      id,
      clientId: exampleClient.id,
      number,
      status: 'held',
      date,
      zone: 'Europe/Oslo',
      modality: 'in-person',
      durationMinutes: 50,
      notes: '',
      guess: 'sealed',
      closedAt: null,
      ...session,
    },
    responses: [],
    ruptureNote: null,
    events: [],
    revision: 1,
    savedAt: '2025-01-07T10:00:00.000Z',
    hasHiddenEmotions: false,
    ...changes,
  })
}

/** A record with these parts, otherwise empty. */
export function exampleRecord(changes: Partial<ClientRecord> = {}): ClientRecord {
  return {
    client: exampleClient,
    sessions: [],
    versions: [],
    instruments: [...shippedForms],
    promptAnswers: [],
    risks: [],
    agenda: [],
    agreements: [],
    consents: [],
    sent: [],
    comments: [],
    kept: null,
    drafts: 0,
    closings: [],
    saidTogether: [],
    ownWords: [],
    formPlans: [],
    hiddenRatings: 0,
    ...changes,
  }
}

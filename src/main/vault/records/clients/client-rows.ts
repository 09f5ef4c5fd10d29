import { z } from 'zod'
import { clientSchema, clientStatuses, longestCode, longestTherapyType } from '#shared/records/client.ts'
import { flagColumn, rowOf } from '../stored-row.ts'

export const namedSchema = rowOf(
  clientSchema.pick({ id: true, code: true, status: true }).extend({ isFictional: flagColumn }),
)
/** What lists of many clients need of each. */
export type NamedClient = Readonly<z.output<typeof namedSchema>>

export const countedSchema = rowOf(
  z.strictObject({
    ...clientSchema.pick({ id: true, status: true, therapyType: true }).shape,
    sessionCount: z.int(),
    lastHeldOn: z.string().nullable(),
  }),
)
/** What Clients shows of each client beside what is worth attention. */
export type CountedClient = Readonly<z.output<typeof countedSchema>>

type Id = NamedClient['id']
type Status = NamedClient['status']

/**
 * Reads a row of a list that can have thousands. A usual row is checked in one step, because a schema for each column
 * takes several times as long in a process that has just started; any other row is checked by its schema.
 */
export function namedFrom(row: unknown): NamedClient {
  if (!isUsualNamed(row)) return namedSchema.parse(row)
  const { id, code, status, is_fictional: flag } = row
  return { id, code, status, isFictional: flag === 1 }
}

/** The same with the counts. */
export function countedFrom(row: unknown): CountedClient {
  if (!isUsualCounted(row)) return countedSchema.parse(row)
  const { id, status, therapy_type: therapyType, session_count: sessionCount, last_held_on: lastHeldOn } = row
  return { id, status, therapyType, sessionCount, lastHeldOn }
}

function isUsualNamed(row: unknown): row is { id: Id; code: string; status: Status; is_fictional: 0 | 1 } {
  return (
    isOfClient(row) &&
    'code' in row &&
    row.code !== '' &&
    isUsualLine(row.code, longestCode) &&
    'is_fictional' in row &&
    (row.is_fictional === 0 || row.is_fictional === 1)
  )
}

function isUsualCounted(row: unknown): row is {
  id: Id
  status: Status
  therapy_type: string
  session_count: number
  last_held_on: string | null
} {
  return (
    isOfClient(row) &&
    'therapy_type' in row &&
    isUsualLine(row.therapy_type, longestTherapyType) &&
    'session_count' in row &&
    Number.isSafeInteger(row.session_count) &&
    'last_held_on' in row &&
    (row.last_held_on === null || typeof row.last_held_on === 'string')
  )
}

const statuses: ReadonlySet<unknown> = new Set(clientStatuses)
/** A UUID as Attune writes it. */
const writtenId = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
/** A line that is trimmed already, without control characters and lone surrogates; or none. */
const plainLine = /^(?:(?!\s)[^\p{Cc}\p{Cs}]+(?<!\s))?$/u

function isOfClient(row: unknown): row is { id: Id; status: Status } {
  return (
    typeof row === 'object' &&
    row !== null &&
    'id' in row &&
    typeof row.id === 'string' &&
    writtenId.test(row.id) &&
    'status' in row &&
    statuses.has(row.status)
  )
}

function isUsualLine(text: unknown, longest: number): text is string {
  return typeof text === 'string' && text.length <= longest && plainLine.test(text)
}

import { clientRowSchema, type ClientRow } from '#shared/attention/client-rows.ts'

/** A client as a row of the list, with nothing worth attention; with parts replaced. */
export function exampleRow(code: string, status: ClientRow['status'], change: object = {}): ClientRow {
  return clientRowSchema.parse({
    clientId: crypto.randomUUID(),
    clientCode: code,
    isFictional: false,
    status,
    therapyType: '',
    sessionCount: 0,
    lastHeldOn: null,
    reasons: [],
    lookedAt: [],
    trend: null,
    outcome: null,
    next: null,
    ...change,
  })
}

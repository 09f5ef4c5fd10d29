import { clientAttentionSchema, type ClientAttention } from '#shared/attention/attention.ts'
import { clientListItemSchema, type ClientListItem } from '#shared/contract/operations/clients.ts'

/** A client as an item of the list. */
export function exampleItem(
  code: string,
  status: 'active' | 'paused' | 'ended',
  change: object = {},
): ClientListItem {
  return clientListItemSchema.parse({
    client: {
      id: crypto.randomUUID(),
      code,
      status,
      startedOn: '2025-01-07',
      therapyType: '',
      notes: '',
      isFictional: false,
      createdAt: '2025-01-07T09:00:00.000Z',
      revision: 1,
      ...change,
    },
    sessionCount: 0,
    lastHeldOn: null,
    nextPlannedOn: null,
  })
}

/** What is worth attention about a client of the list: nothing, with parts replaced. */
export function exampleAttention({ client }: ClientListItem, change: object = {}): ClientAttention {
  return clientAttentionSchema.parse({
    clientId: client.id,
    clientCode: client.code,
    isFictional: client.isFictional,
    reasons: [],
    lookedAt: [],
    trend: null,
    outcome: null,
    next: null,
    ...change,
  })
}

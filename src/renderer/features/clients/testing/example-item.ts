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

import type { z } from 'zod'
import { clientSchema, type Client } from '#shared/records/client.ts'

/** A client named Otter, in therapy for some time, of whom nothing is noted. */
export function exampleClient(change: Partial<z.input<typeof clientSchema>> = {}): Client {
  return clientSchema.parse({
    id: '7d9d3f42-9a0f-4a52-8f39-2a55d1f2a911',
    code: 'Otter',
    status: 'active',
    startedOn: '2025-01-07',
    therapyType: '',
    notes: '',
    isFictional: false,
    createdAt: '2025-01-07T10:00:00.000Z',
    revision: 1,
    ...change,
  })
}

import type { ClientShare } from '#shared/sharing/share-choice.ts'
import { clientIdSchema } from '#shared/records/ids.ts'

/** All sessions of a client with their ruptures, and nothing else that could be chosen. */
export function clientShare(clientId: string, more: Partial<ClientShare> = {}): ClientShare {
  return {
    clientId: clientIdSchema.parse(clientId),
    question: '',
    series: [],
    sessions: { kind: 'all' },
    withDates: false,
    withRuptures: true,
    withNotes: false,
    withWords: false,
    withAgreements: false,
    ...more,
  }
}

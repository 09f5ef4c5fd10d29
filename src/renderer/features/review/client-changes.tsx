import { useTranslation } from 'react-i18next'
import type { ReceivedSummary } from '#shared/review/received-client.ts'
import { ClientLink } from './client-link.tsx'
import { changeInWords } from './review-words.ts'

/** What changed with one client, in one paragraph. */
export function ClientChanges({ client }: { client: ReceivedSummary }) {
  const { t } = useTranslation()
  return (
    <p>
      <ClientLink client={client} /> {client.changes.map((change) => changeInWords(change, t)).join(' ')}
    </p>
  )
}

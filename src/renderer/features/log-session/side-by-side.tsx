import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { Card } from '#renderer/ui/card.tsx'
import { ClientAnswers } from './client-answers.tsx'
import { ClientWords } from './client-words.tsx'
import { GuessComparison } from './guess-comparison.tsx'

/** Both sides of the session: the client's comment first, then the emotions, then the ratings. */
export function SideBySide({
  stored,
  findInstrument,
}: {
  stored: StoredSessionLog
  findInstrument: (id: string) => Instrument | null
}) {
  const { t } = useTranslation()
  return (
    <>
      <ClientWords stored={stored} />
      <Card title={t('logSession.client.emotions')}>
        <GuessComparison stored={stored} findInstrument={findInstrument} />
      </Card>
      <Card title={t('logSession.client.answers')}>
        <ClientAnswers stored={stored} findInstrument={findInstrument} />
      </Card>
    </>
  )
}

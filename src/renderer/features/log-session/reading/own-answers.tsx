import { useTranslation } from 'react-i18next'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { Card } from '#renderer/ui/card.tsx'
import { AnsweredForm } from '../client-answers.tsx'
import type { FindInstrument } from '../use-instruments.ts'

/**
 * The therapist's answers question by question, where no answers of the client stand beside them. A form whose questions
 * are scores of their own is in the row of scores already.
 */
export function OwnAnswers({ stored, find }: { stored: StoredSessionLog; find: FindInstrument }) {
  const { t } = useTranslation()
  const forms = stored.responses.filter(
    ({ rater, instrumentId, instrumentVersion }) =>
      rater === 'therapist' &&
      find(instrumentId, instrumentVersion)?.scales.some(({ items }) => items.length > 1) === true,
  )
  if (forms.length === 0) return null
  return (
    <Card title={t('reading.own.title')}>
      {forms.map((response) => (
        <AnsweredForm key={response.id} response={response} findInstrument={find} />
      ))}
    </Card>
  )
}

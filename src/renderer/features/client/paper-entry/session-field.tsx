import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PaperChoice } from '#shared/contract/operations/paper.ts'
import type { ClientId, SessionId } from '#shared/records/ids.ts'
import { SelectField } from '#renderer/ui/select-field.tsx'

/** The session that the sheets belong to. Choosing another one opens its own entry. */
export function SessionField({
  clientId,
  sessions,
  value,
}: {
  clientId: ClientId
  sessions: PaperChoice['sessions']
  value: SessionId | null
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <SelectField
      label={t('paperEntry.choose.session')}
      description={t('paperEntry.choose.other')}
      placeholder={t('paperEntry.choose.choose')}
      options={sessions.map(({ id, number, date, isBegun }) => ({
        value: id,
        label: t(isBegun ? 'paperEntry.choose.optionBegun' : 'paperEntry.choose.option', {
          number,
          date: new Date(date),
        }),
      }))}
      value={value}
      onChange={(sessionId) =>
        void navigate({
          to: '/clients/$clientId/paper/enter/$sessionId',
          params: { clientId, sessionId },
          replace: true,
        })
      }
    />
  )
}

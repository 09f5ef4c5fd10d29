import { useTranslation } from 'react-i18next'
import { handOverMoments } from '#shared/records/form-plan.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import common from '#renderer/ui/common.module.css'

/** The forms that are due at a session of today, by when in the session. */
export function DueForms({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation()
  const due = useAsk('formPlans.dueToday')
  const forms = due.data?.find((session) => session.sessionId === sessionId)?.forms ?? []
  return handOverMoments.map((moment) => {
    const titles = forms.filter((form) => form.moment === moment).map(({ title }) => title)
    return titles.length === 0 ? null : (
      <p key={moment} className={common['secondary']}>
        {t(`today.sessions.due.${moment}`, { forms: titles })}
      </p>
    )
  })
}

import { useTranslation } from 'react-i18next'
import type { FormAtSession } from '#shared/overview/due-forms.ts'
import { handOverMoments } from '#shared/records/form-plan.ts'
import common from '#renderer/ui/common.module.css'

/** The forms that are due at a session of today, by when in the session. */
export function DueForms({ forms }: { forms: readonly FormAtSession[] }) {
  const { t } = useTranslation()
  return handOverMoments.map((moment) => {
    const titles = forms.filter((form) => form.moment === moment).map(({ title }) => title)
    return titles.length === 0 ? null : (
      <p key={moment} className={common['secondary']}>
        {t(`today.sessions.due.${moment}`, { forms: titles })}
      </p>
    )
  })
}

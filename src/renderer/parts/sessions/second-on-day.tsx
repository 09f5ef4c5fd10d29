import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import { timeOfDayInWords } from '#renderer/lib/dates.ts'
import { Banner } from '#renderer/ui/banner.tsx'

/** Says which sessions a client already has on the day of another one. */
export function SecondOnDay({ sessions }: { sessions: readonly OutputAt<'sessions.onDay'>[number][] }) {
  const { t } = useTranslation()
  return (
    <Banner kind="caution" title={t('mending.second.title', { count: sessions.length })}>
      <ul>
        {sessions.map(({ id, number, status, timeOfDay }) => (
          <li key={id}>
            {[
              t('mending.second.session', { number }),
              t(`logSession.statuses.${status}`),
              ...(timeOfDay === null ? [] : [timeOfDayInWords(timeOfDay)]),
            ].join(', ')}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

/** Earlier meetings, newest first, with what was taken along and how often something stayed unsaid. */
export function PastMeetings() {
  const { t } = useTranslation()
  return (
    <Card title={t('supervision.past.title')}>
      <Loaded query={useAsk('supervision.meetings')} loading={t('supervision.loading')}>
        {(meetings) => {
          const answered = meetings.filter(({ leftUnsaid }) => leftUnsaid !== null)
          return meetings.length === 0 ? (
            <p className={common['note']}>{t('supervision.past.none')}</p>
          ) : (
            <>
              {answered.length === 0 ? null : (
                <p data-screen-only="">
                  {t('supervision.past.unsaid', {
                    count: answered.length,
                    unsaid: answered.filter(({ leftUnsaid }) => leftUnsaid).length,
                  })}
                </p>
              )}
              <ul className={common['divided']}>
                {meetings.map(({ id, heldOn, takenAlong }) => (
                  <li key={id} className={stackClass({ gap: 4 })}>
                    <p className={common['strong']}>{t('supervision.past.on', { date: new Date(heldOn) })}</p>
                    <p className={common['typedText']}>
                      {takenAlong === '' ? t('supervision.past.nothing') : takenAlong}
                    </p>
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}

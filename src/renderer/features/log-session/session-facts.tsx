import { useTranslation } from 'react-i18next'
import type { Session } from '#shared/records/session.ts'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { withSession } from './edit-log.ts'
import { todayHere } from '#renderer/lib/dates.ts'
import type { PartProps } from './part-props.ts'
import { attendanceOf, statusFor, type Attendance } from './save-purpose.ts'
import styles from './log-session.module.css'

/** The date, time, place and length of a session, and whether it took place. Only the date is required. */
export function SessionFacts({ log, stored, change, isAhead, isDateMissing, onDateMissing }: PartProps) {
  const { t } = useTranslation()
  const { session } = log
  const set = (facts: Partial<Session>) => change((before) => withSession(before, facts))
  const isHeld = stored?.session.status === 'held'
  return (
    <Card title={t('logSession.facts.title')}>
      <div className={styles['facts']}>
        <DateField
          label={t('logSession.facts.date')}
          value={isDateMissing ? null : session.date}
          onChange={(date) => {
            onDateMissing(date === null)
            if (date !== null) set({ date })
          }}
          isRequired
          // A held session cannot be in the future.
          latest={isHeld ? todayHere().date : undefined}
          error={isDateMissing ? t('logSession.facts.noDate') : undefined}
        />
        <NumberField
          label={t('logSession.facts.length')}
          unit={t('logSession.facts.minutes')}
          value={session.durationMinutes}
          onChange={(minutes) => set({ durationMinutes: minutes })}
          minimum={1}
          maximum={600}
          step={1}
        />
      </div>
      <ChoiceGroup<Session['modality']>
        label={t('logSession.facts.modality')}
        options={[
          { value: 'in-person', label: t('logSession.facts.inPerson') },
          { value: 'video', label: t('logSession.facts.video') },
          { value: 'phone', label: t('logSession.facts.phone') },
        ]}
        value={session.modality}
        onChange={(modality) => {
          if (modality) set({ modality })
        }}
      />
      <ChoiceGroup<Attendance>
        label={t('logSession.facts.attendance')}
        options={[
          { value: 'came', label: isHeld ? t('logSession.facts.cameHeld') : t('logSession.facts.came') },
          { value: 'late-cancel', label: t('logSession.facts.lateCancel') },
          { value: 'no-show', label: t('logSession.facts.noShow') },
        ]}
        value={attendanceOf(session.status)}
        onChange={(attendance) => {
          if (attendance) set({ status: statusFor(attendance, stored?.session.status ?? null) })
        }}
        isDisabled={isAhead}
      />
    </Card>
  )
}

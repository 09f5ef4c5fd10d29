import { useTranslation } from 'react-i18next'
import { isCancelledInTime, type Session } from '#shared/records/session.ts'
import { lastDayFor, todayHere } from '#renderer/lib/dates.ts'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { NumberEntry } from '#renderer/parts/number-entry.tsx'
import { SecondOnDay } from '#renderer/parts/sessions/second-on-day.tsx'
import { useOthersOnDay } from '#renderer/parts/sessions/use-others-on-day.ts'
import { TimeField } from '#renderer/ui/time-field.tsx'
import { withSession } from './edit-log.ts'
import { InstrumentRatings } from './instrument-ratings.tsx'
import { LeftOpenCard } from './left-open-card.tsx'
import type { PartProps } from './part-props.ts'
import { attendanceOf, statusFor, type Attendance } from './save-purpose.ts'
import { formIds, formOf } from './use-instruments.ts'
import styles from './log-session.module.css'

/** Before the session: open matters from earlier ones, the therapist's feelings, and the facts of the session. */
export function BeforePart(props: PartProps) {
  const { t } = useTranslation()
  const feelings = formOf(props.log, formIds.before, props.findInstrument)
  return (
    <>
      <LeftOpenCard session={props.log.session} isAsking={false} />
      {feelings ? (
        <Card title={t('logSession.before.feelings')}>
          <p>{feelings.instruction}</p>
          <InstrumentRatings {...props} instrument={feelings} isDisabled={props.isAhead} />
        </Card>
      ) : null}
      <SessionFacts {...props} />
    </>
  )
}

/** The date, time, place and length of a session, and whether it took place. Only the date is required. */
function SessionFacts({ log, stored, change, isAhead, typedDate, onDate, wasRefused }: PartProps) {
  const { t } = useTranslation()
  const { session } = log
  const set = (facts: Partial<Session>) => change((before) => withSession(before, facts))
  const isHeld = stored?.session.status === 'held'
  // The day on which the log was opened was asked about on the way here.
  const isOtherDay = typedDate === null && session.date !== (stored?.session.date ?? todayHere().date)
  const { others } = useOthersOnDay(
    isOtherDay && !isCancelledInTime(session.status)
      ? { clientId: session.clientId, date: session.date, except: session.id }
      : null,
  )
  const dateError =
    typedDate === ''
      ? t('logSession.facts.noDate')
      : typedDate !== null && wasRefused
        ? t('ui.noDay')
        : undefined
  return (
    <Card title={t('logSession.facts.title')}>
      <div className={styles['facts']}>
        <DateField
          label={t('logSession.facts.date')}
          noDay={t('ui.noDay')}
          value={typedDate ?? session.date}
          onChange={onDate}
          isRequired
          // A held session cannot be in the future.
          latest={isHeld ? lastDayFor(session) : undefined}
          error={dateError}
        />
        <TimeField
          label={t('logSession.facts.time')}
          notWhole={t('ui.noTime')}
          value={session.timeOfDay}
          onChange={(timeOfDay) => set({ timeOfDay })}
        />
        <NumberEntry
          label={t('logSession.facts.length')}
          unit={t('logSession.facts.minutes')}
          value={session.durationMinutes}
          onChange={(minutes) => set({ durationMinutes: minutes })}
          minimum={1}
          maximum={600}
          step={1}
        />
      </div>
      {others.length === 0 ? null : <SecondOnDay sessions={others} />}
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
          ...(isAhead
            ? []
            : ([
                { value: 'late-cancel', label: t('logSession.facts.lateCancel') },
                { value: 'no-show', label: t('logSession.facts.noShow') },
              ] as const)),
          { value: 'cancelled-by-client', label: t('logSession.facts.cancelledByClient') },
          { value: 'cancelled-by-therapist', label: t('logSession.facts.cancelledByTherapist') },
        ]}
        value={attendanceOf(session.status)}
        onChange={(attendance) => {
          if (attendance) set({ status: statusFor(attendance, stored?.session.status ?? null) })
        }}
      />
    </Card>
  )
}

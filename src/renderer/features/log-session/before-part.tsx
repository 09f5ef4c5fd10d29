import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import type { RuptureNote } from '#shared/records/rupture-note.ts'
import type { SessionLog } from '#shared/records/session-log.ts'
import type { Session } from '#shared/records/session.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { lastDayFor } from '#renderer/lib/dates.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { NumberEntry } from '#renderer/parts/number-entry.tsx'
import { TimeField } from '#renderer/ui/time-field.tsx'
import { withSession } from './edit-log.ts'
import { InstrumentRatings } from './instrument-ratings.tsx'
import { unpackOverview } from '#shared/overview/packed-overview.ts'
import { leftOpenBefore } from './left-open.ts'
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
      <LeftOpenCard log={props.log} />
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

/** Lists open matters from earlier sessions with their source; renders nothing if there are none. */
function LeftOpenCard({ log: { session } }: { log: SessionLog }) {
  const { t } = useTranslation()
  const { clientId } = session
  const overview = useAsk('clients.overview', { id: clientId })
  if (overview.isError) return <p>{t('logSession.leftOpen.failed')}</p>
  if (!overview.data) return null
  const { falls, noted } = leftOpenBefore(session.number, unpackOverview(overview.data))
  if (falls.length === 0 && !noted) return null
  const numbers = [...falls.map(({ number }) => number), ...(noted ? [noted.number] : [])]
  const isFromLastTime = numbers.every((number) => number === session.number - 1)
  return (
    <Card
      kind="sunken"
      title={isFromLastTime ? t('logSession.leftOpen.title') : t('logSession.leftOpen.titleEarlier')}
      actions={
        <Link to="/clients/$clientId" params={{ clientId }} className={buttonClass({ kind: 'quiet' })}>
          {t('logSession.save.toClient', { code: overview.data.client.code })}
        </Link>
      }
    >
      <ul className={styles['leftOpen']}>
        {falls.map(({ number, score, usual, state }) => (
          <li key={number}>
            {t(`logSession.leftOpen.${state === 'open' ? 'open' : 'unrepaired'}`, { number, score, usual })}
          </li>
        ))}
        {noted ? (
          <li>
            {t('logSession.leftOpen.noted', {
              number: noted.number,
              kind: t(`logSession.leftOpen.kinds.${kindOf(noted.note)}`),
              standing: t(`logSession.leftOpen.standings.${standingOf(noted.note)}`),
            })}
            {noted.note.note === '' ? null : <q className={styles['ownWords']}>{noted.note.note}</q>}
          </li>
        ) : null}
      </ul>
    </Card>
  )
}

function kindOf({ isWithdrawal, isConfrontation }: RuptureNote) {
  if (isWithdrawal && isConfrontation) return 'both'
  if (isWithdrawal) return 'withdrawal'
  return isConfrontation ? 'confrontation' : 'rupture'
}

const standingOf = ({ resolution }: RuptureNote) =>
  resolution === 'partly' || resolution === 'unresolved' ? resolution : 'notSaid'

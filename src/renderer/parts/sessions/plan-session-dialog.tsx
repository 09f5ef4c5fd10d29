import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import { blankLog } from '#shared/records/blank-log.ts'
import { sessionIdSchema, type ClientId } from '#shared/records/ids.ts'
import { isCancelledInTime } from '#shared/records/session.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { todayHere } from '#renderer/lib/dates.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { TimeField } from '#renderer/ui/time-field.tsx'
import { SecondOnDay } from './second-on-day.tsx'

type DaySession = OutputAt<'sessions.onDay'>[number]

interface Plan {
  readonly clientId: ClientId
  readonly date: string
  readonly timeOfDay: string | null
  /** Whether the user knows that the client has a session on that day. */
  readonly isSecondMeant: boolean
}

/** Plans a session of one client, or of one that is chosen: its day, and its time if there is one. A second one on a day is asked about once. */
export function PlanSessionDialog({
  clientId: given,
  onClose,
}: {
  /** Null if the client is still to be chosen. */
  clientId: ClientId | null
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [clientId, setClientId] = useState(given)
  const today = todayHere().date
  const [date, setDate] = useState<string | null>(null)
  const [timeOfDay, setTimeOfDay] = useState<string | null>(null)
  const [others, setOthers] = useState<readonly DaySession[]>([])
  const plan = usePlan({ onAsk: setOthers, onPlanned: onClose })
  const isComplete = clientId !== null && date !== null && date >= today
  /** Another client or day is another question. */
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setOthers([])
      set(value)
    }
  const submit = () => {
    if (isComplete) plan.mutate({ clientId, date, timeOfDay, isSecondMeant: others.length > 0 })
  }
  return (
    <Dialog
      title={t('mending.plan.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('mending.cancel')}</Button>
          <Button kind="primary" onPress={submit} isDisabled={!isComplete} isPending={plan.isPending}>
            {t(others.length > 0 ? 'mending.plan.second' : 'mending.plan.confirm')}
          </Button>
        </>
      }
    >
      <form
        className={stackClass({ gap: 16 })}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {given === null ? <ChooseClient value={clientId} onChange={changed(setClientId)} /> : null}
        <DateField
          label={t('mending.plan.day')}
          noDay={t('mending.plan.noDay')}
          error={date !== null && date < today ? t('mending.plan.past') : undefined}
          value={date}
          onChange={changed(setDate)}
          earliest={today}
          isRequired
        />
        <TimeField
          label={t('mending.plan.time')}
          description={t('mending.plan.timeNote')}
          notWhole={t('mending.plan.notWhole')}
          value={timeOfDay}
          onChange={setTimeOfDay}
        />
        {others.length === 0 ? null : <SecondOnDay sessions={others} />}
        <FailureNotice failure={plan.error} />
      </form>
    </Dialog>
  )
}

/** Plans a session under the client's next number, or hands on the sessions that the client has on that day already. */
function usePlan({
  onAsk,
  onPlanned,
}: {
  onAsk: (others: readonly DaySession[]) => void
  onPlanned: () => void
}) {
  const api = useApi()
  // One id for all tries, so that a repeated press plans one session.
  const id = useRef(sessionIdSchema.parse(crypto.randomUUID()))
  return useChangeBy(
    'sessions.save',
    async (save, { clientId, date, timeOfDay, isSecondMeant }: Plan) => {
      const [others, { number }, { usualDurationMinutes }] = await Promise.all([
        api.sessions.onDay({ clientId, date }),
        api.sessions.nextNumber({ clientId }),
        api.clients.get({ id: clientId }),
      ])
      const standing = others.filter(({ status }) => !isCancelledInTime(status))
      if (standing.length > 0 && !isSecondMeant) return standing
      const { zone } = todayHere()
      const blank = { id: id.current, clientId, number, date, zone, durationMinutes: usualDurationMinutes }
      const log = blankLog(blank)
      await save({ log: { ...log, session: { ...log.session, timeOfDay } }, expectedRevision: 0 })
      return []
    },
    { onSuccess: (others) => (others.length > 0 ? onAsk(others) : onPlanned()) },
  )
}

/** The clients who are in therapy, by their codes. */
function ChooseClient({
  value,
  onChange,
}: {
  value: ClientId | null
  onChange: (clientId: ClientId) => void
}) {
  const { t } = useTranslation()
  const clients = useAsk('clients.list')
  const options = (clients.data ?? [])
    .filter(({ client }) => client.status !== 'ended')
    .map(({ client }) => ({ value: client.id, label: client.code }))
    .toSorted((one, other) => one.label.localeCompare(other.label, undefined, { numeric: true }))
  return (
    <>
      <SelectField
        label={t('mending.plan.client')}
        placeholder={t(clients.isPending ? 'app.loading' : 'mending.move.choose')}
        options={options}
        value={value}
        onChange={onChange}
      />
      <FailureNotice failure={clients.error} onRetry={() => void clients.refetch()} />
    </>
  )
}

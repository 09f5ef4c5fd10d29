import { useState } from 'react'
import { dueAt, momentOf, type FormAtSession, type FormsAtSession } from '#shared/overview/due-forms.ts'
import type { HandOverMoment } from '#shared/records/form-plan.ts'
import type { SessionLog, StoredSessionLog } from '#shared/records/session-log.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { isEnteredAfter } from './save-purpose.ts'

/** The forms of the next hand-over in a session. */
export interface HandOverForms {
  /** Whether any form of the client is planned or declined. If not, all are given. */
  readonly isPlanned: boolean
  /** Whether the therapist chooses among the forms. */
  readonly isChoosing: boolean
  readonly moment: HandOverMoment
  readonly forms: readonly FormAtSession[]
  readonly due: readonly FormAtSession[]
  /** The forms to hand over, in the client's order; undefined if nobody chooses, which gives all of them. */
  readonly instrumentIds: string[] | undefined
  readonly choose: (instrumentId: string, isChosen: boolean) => void
  readonly beginToChoose: () => void
  /** Chooses what is due again. */
  readonly reset: () => void
}

const unplanned: FormsAtSession = { isPlanned: false, forms: [] }

/** Which of the client's forms are due now, and which of them the therapist hands over. */
export function useHandOverForms(log: SessionLog, stored: StoredSessionLog | null): HandOverForms {
  const { id, clientId, date, number } = log.session
  const asked = useAsk('formPlans.atSession', { clientId, session: { id, date, number } })
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean> | null>(null)
  const found = asked.data ?? unplanned
  const isOver = stored?.session.status === 'held' || isEnteredAfter(log)
  const moment = momentOf(found, isOver)
  const due = dueAt(found, moment)
  const isChoosing = found.isPlanned || changed !== null
  const isChosen = (form: FormAtSession): boolean =>
    form.state.kind !== 'declined' && (changed?.get(form.instrumentId) ?? due.includes(form))
  return {
    isPlanned: found.isPlanned,
    isChoosing,
    moment,
    forms: found.forms,
    due,
    instrumentIds: isChoosing
      ? found.forms.filter(isChosen).map(({ instrumentId }) => instrumentId)
      : undefined,
    choose: (instrumentId, isNowChosen) =>
      setChanged((before) => new Map([...(before ?? []), [instrumentId, isNowChosen]])),
    beginToChoose: () => setChanged(new Map()),
    reset: () => setChanged(null),
  }
}

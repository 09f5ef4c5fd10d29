import { AppError } from '#shared/contract/result.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { wellbeingCheckIdSchema } from '#shared/records/ids.ts'
import type { Meeting, MeetingEntry } from '#shared/supervision/meeting.ts'
import { todayIn } from '../../database/vault-context.ts'
import { checkResponse } from '../../records/instruments/check-responses.ts'
import type { Records } from '../../records/records.ts'
import { insertCheck } from '../../records/wellbeing.repository.ts'
import { putOff } from './put-off.ts'

/**
 * Saves the minute after a meeting: what was discussed and agreed, the ratings as an own check, and that every other
 * open item was put off. Call it in a transaction.
 */
export function saveMeeting(records: Records, entry: MeetingEntry): void {
  const { context, meetings, agendaItems } = records
  const { id, heldOn, takenAlong, leftUnsaid, discussed } = entry
  const existing = meetings.get(id)
  if (existing !== null) {
    const isSame = (['heldOn', 'takenAlong', 'leftUnsaid'] as const).every(
      (field) => existing[field] === entry[field],
    )
    if (!isSame) throw new AppError('conflict', ['id'])
    return
  }
  if (heldOn > todayIn(context)) throw new AppError('rated-in-future', ['heldOn'])
  const savedAt = context.now().toISOString()
  const meeting: Meeting = {
    id,
    heldOn,
    checkId: keepRatings(records, entry, savedAt),
    takenAlong,
    leftUnsaid,
    savedAt,
  }
  meetings.insert(meeting)
  for (const { itemId, agreement } of discussed) {
    const item = agendaItems.get(itemId)
    if (item === null) throw new AppError('not-found', ['discussed'])
    if (item.state !== 'open' && item.state !== 'put-off') throw new AppError('conflict', ['discussed'])
    agendaItems.update({ ...item, state: 'discussed', meetingId: id })
    if (item.promptAnswerId !== null) records.answers.setDiscussed(item.promptAnswerId, savedAt)
    if (agreement === null) continue
    if (item.clientId === null) throw new AppError('invalid-input', ['discussed'])
    meetings.insertAgreement({
      ...agreement,
      meetingId: id,
      clientId: item.clientId,
      agreedOn: heldOn,
      state: 'open',
      answeredOn: null,
    })
  }
  for (const { id: open } of agendaItems.inState('open')) {
    const item = agendaItems.get(open)
    if (item !== null) agendaItems.update(putOff(item, heldOn))
  }
}

/** Stores the ratings as an own check under the meeting's id. Returns the check's id; null if nothing was rated. */
function keepRatings(
  { context, instruments }: Records,
  { id, heldOn, answers }: MeetingEntry,
  recordedAt: string,
): string | null {
  if (answers === null || Object.keys(answers).length === 0) return null
  const form = instruments.newest(ownInstruments.supervision)
  if (form === null) throw new AppError('not-found', ['answers'])
  const check = {
    id: wellbeingCheckIdSchema.parse(id),
    takenOn: heldOn,
    instrumentId: form.id,
    instrumentVersion: form.version,
    answers,
    note: '',
    recordedAt,
  }
  checkResponse(instruments, check, 'check')
  insertCheck(context.db, check)
  return check.id
}

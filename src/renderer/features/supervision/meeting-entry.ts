import { z } from 'zod'
import { isCalendarDate } from '#shared/records/calendar.ts'
import type { ListedItem } from '#shared/supervision/agenda.ts'
import { longestAgreement, meetingEntrySchema, type MeetingEntry } from '#shared/supervision/meeting.ts'
import { longestNote } from '#shared/records/text.ts'

/**
 * What the form keeps while it is typed in, except what was agreed about a client. Whether something stayed unsaid is
 * not in it: a draft is part of an archive.
 */
export const meetingDraftSchema = z.strictObject({
  heldOn: z.string(),
  /** The items that were not discussed. */
  undiscussed: z.array(z.string()),
  ratings: z.record(z.string(), z.number().nullable()),
  takenAlong: z.string(),
})
export type MeetingDraft = z.output<typeof meetingDraftSchema>

/** Whether everything typed can be saved: a day that is not in the future, and no text that is too long. */
export function canSave(
  { heldOn, takenAlong }: MeetingDraft,
  { agreed, today }: { agreed: readonly string[]; today: string },
): boolean {
  return (
    isCalendarDate(heldOn) &&
    heldOn <= today &&
    takenAlong.length <= longestNote &&
    agreed.every((text) => text.length <= longestAgreement)
  )
}

/** The minute to save: the items that were discussed, each with what was agreed about its client. */
export function toEntry(
  { heldOn, undiscussed, ratings, takenAlong }: MeetingDraft,
  {
    id,
    items,
    agreed,
    leftUnsaid,
  }: {
    id: string
    items: readonly ListedItem[]
    agreed: ReadonlyMap<string, string>
    leftUnsaid: boolean | null
  },
): MeetingEntry {
  const answers = Object.entries(ratings).flatMap(([itemId, value]) =>
    value === null ? [] : [[itemId, { value, missingReason: null }] as const],
  )
  return meetingEntrySchema.parse({
    id,
    heldOn,
    takenAlong,
    leftUnsaid,
    answers: answers.length === 0 ? null : Object.fromEntries(answers),
    discussed: items
      .filter((item) => !undiscussed.includes(item.id))
      .map((item) => {
        const text = (agreed.get(item.id) ?? '').trim()
        const isAgreed = item.clientId !== null && text !== ''
        return { itemId: item.id, agreement: isAgreed ? { id: crypto.randomUUID(), text } : null }
      }),
  })
}

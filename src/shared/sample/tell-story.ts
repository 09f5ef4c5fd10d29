import { type ClientEntry, clientEntrySchema } from '#shared/records/client.ts'
import {
  clientIdSchema,
  responseIdSchema,
  sessionEventIdSchema,
  sessionIdSchema,
} from '#shared/records/ids.ts'
import { blankLog } from '#shared/records/blank-log.ts'
import type { Response, SessionLog } from '#shared/records/session-log.ts'
import type { Session } from '#shared/records/session.ts'
import { answeredVersions, type Form } from './forms.ts'
import { instantsAfter } from './moments-of-day.ts'
import { fictionalId } from './random.ts'
import { comingDate, pastDates } from './schedule.ts'
import { comingBeforeForm, sessionForms } from './session-forms.ts'
import type { FormGroup, Happening, Story } from './story.ts'

/** The therapist's present: the calendar date, its IANA zone, and the instant (ISO 8601). */
export type Present = { today: string; zone: string; now: string }

/** Minutes from the start of a session until each group of forms is filled in, and until it is closed. */
const minutesAt = { before: -5, client: 48, guess: 54, after: 57, closing: 65 } as const

const usualDurationMinutes = 50

function sessionLabel(story: Story, number: number): string {
  return `${story.name}/${number}`
}

function response(story: Story, number: number, form: Form, recordedAt: string): Response {
  const id = fictionalId(`${sessionLabel(story, number)}/response/${form.instrumentId}`)
  const instrumentVersion = answeredVersions[form.instrumentId] ?? 1
  return { ...form, id: responseIdSchema.parse(id), instrumentVersion, recordedAt, fromPaperAt: null }
}

function emptyLog(story: Story, number: number, date: string, zone: string): SessionLog {
  return blankLog({
    id: sessionIdSchema.parse(fictionalId(sessionLabel(story, number))),
    clientId: clientIdSchema.parse(fictionalId(story.name)),
    number,
    date,
    zone,
  })
}

function guessState(groups: Partial<Record<FormGroup, Form[]>>, status: Session['status']): Session['guess'] {
  if (groups.guess !== undefined) {
    return 'sealed'
  }
  return status === 'held' ? 'skipped' : 'open'
}

function pastLog(story: Story, number: number, date: string, present: Present): SessionLog {
  const happening: Happening = story.at[number] ?? {}
  const status = happening.status ?? 'held'
  const groups = sessionForms(story, number)
  const at = instantsAfter(date, story.rhythm.hour, present)
  const order = ['before', 'client', 'guess', 'after'] as const
  const isClosed = status !== 'begun' && happening.isLeftOpen !== true
  return {
    session: {
      ...emptyLog(story, number, date, present.zone).session,
      status,
      modality: happening.modality ?? 'in-person',
      durationMinutes: status === 'held' ? (happening.durationMinutes ?? usualDurationMinutes) : null,
      notes: happening.note ?? '',
      guess: guessState(groups, status),
      closedAt: isClosed ? at(minutesAt.closing) : null,
    },
    responses: order.flatMap((group) =>
      (groups[group] ?? []).map((form) => response(story, number, form, at(minutesAt[group]))),
    ),
    ruptureNote: happening.rupture ?? null,
    events: (happening.events ?? []).map(({ kind, note }, index) => ({
      id: sessionEventIdSchema.parse(fictionalId(`${sessionLabel(story, number)}/event/${index}`)),
      kind,
      note,
    })),
  }
}

function comingLog(story: Story, next: NonNullable<Story['next']>, present: Present): SessionLog {
  const number = story.alliance.length + 1
  const form = next.status === 'begun' ? comingBeforeForm(story) : null
  const date = comingDate(present.today, next.inDays)
  // The end of the day is limited to now, so at any hour the card was filled in a moment ago.
  const recordedAt = instantsAfter(date, 0, present)(24 * 60)
  const empty = emptyLog(story, number, date, present.zone)
  return {
    ...empty,
    session: { ...empty.session, status: next.status, timeOfDay: next.timeOfDay ?? null },
    responses: form === null ? [] : [response(story, number, form, recordedAt)],
  }
}

/** Turns a story into a client and that client's sessions, oldest first, with no rating later than now. */
export function tellStory(story: Story, present: Present): { client: ClientEntry; logs: SessionLog[] } {
  const dates = pastDates(present.today, story.alliance.length, story.rhythm)
  const logs = dates.map((date, index) => pastLog(story, index + 1, date, present))
  if (story.next !== undefined) {
    logs.push(comingLog(story, story.next, present))
  }
  const client = clientEntrySchema.parse({
    id: fictionalId(story.name),
    code: story.code,
    status: story.status,
    startedOn: dates[0] ?? present.today,
    therapyType: story.therapyType,
    notes: story.notes,
  })
  return { client, logs }
}

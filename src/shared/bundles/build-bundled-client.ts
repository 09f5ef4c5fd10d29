import type { OverviewWithoutPrompts } from '../overview/build-overview.ts'
import { explainCourses, type Course } from '../overview/explain-course.ts'
import type { SessionSummary } from '../overview/client-overview.ts'
import { daysBetween } from '../records/days.ts'
import { countsInCourse } from '../records/session.ts'
import type { Agreement } from '../supervision/meeting.ts'
import { areSinceAgreed, type AgreedAt } from '../supervision/since-agreed.ts'
import type { BundledClient } from './bundled-client.ts'
import { toBundleText } from './bundle-text.ts'

/** What the therapist has chosen to share of a client. Everything else stays out. */
export interface BundleChoice {
  readonly pseudonym: string
  /** What the therapist asks of supervision; null for nothing. */
  readonly question: string | null
  /** The ids of the chosen series. */
  readonly series: ReadonlySet<string>
  /** The numbers of the chosen sessions. */
  readonly sessions: ReadonlySet<number>
  readonly withDates: boolean
  /** Whether what was noted of strains and breaks goes along, without its words. */
  readonly withRuptures: boolean
  readonly withNotes: boolean
  readonly withWords: boolean
  readonly withAgreements: boolean
}

/** What was written in a session. */
export interface SessionTexts {
  readonly notes: string
  readonly words: readonly string[]
  /** The note on a strain or break; empty without one. It leaves only if the mark does. */
  readonly ruptureNote: string
}

interface ClientToShare extends Pick<
  OverviewWithoutPrompts,
  'sessions' | 'series' | 'parameters' | 'outcomes' | 'lead' | 'closings'
> {
  /** Asked only for chosen sessions, and only if notes or words were chosen. */
  readonly textsOf: (session: SessionSummary) => SessionTexts
  /** What was agreed about the client in supervision, oldest first. */
  readonly agreements: readonly (AgreedAt & Pick<Agreement, 'text' | 'state'>)[]
}

const daysInWeek = 7

/**
 * Takes the chosen parts of a client's record into a bundle. Planned sessions stay out. A change of outcome is in it only
 * if all the sessions it names were chosen, and neither of its scores is a total without answers. Falls are looked for in
 * the chosen ratings alone, so that nothing in a bundle follows from a rating that is not in it; other falls than on the
 * client's page can come of that.
 */
export function buildBundledClient(client: ClientToShare, choice: BundleChoice): BundledClient {
  const past = client.sessions.filter(({ status }) => status !== 'planned')
  const sessions = past.filter(({ number }) => choice.sessions.has(number))
  const series = client.series.filter(({ id }) => choice.series.has(id))
  const ids = new Set(series.map(({ id }) => id))
  const numbers = new Set(sessions.map(({ number }) => number))
  const has = (session: number): boolean => numbers.has(session)
  const lead = client.lead !== null && ids.has(client.lead) ? client.lead : null
  const first = past.map(({ date }) => date).toSorted()[0]
  return {
    pseudonym: choice.pseudonym,
    question: choice.question === null ? null : toBundleText(choice.question),
    lead,
    sessions: sessions.map((session) => ({
      ...bundledSession(session, first ?? session.date, client, choice),
      // It says how the form of the leading series was answered.
      clientMissing: lead === null ? null : session.clientMissing,
    })),
    series: series.map(
      ({
        id,
        rater,
        instrumentId,
        instrumentTitle,
        scaleId,
        title,
        construct,
        frame,
        occasion,
        ...scale
      }) => ({
        id,
        rater,
        instrumentId,
        instrumentTitle,
        scaleId,
        title,
        construct,
        frame,
        occasion,
        minimum: scale.minimum,
        maximum: scale.maximum,
        step: scale.step,
        direction: scale.direction,
        scores: sessions.flatMap(({ number, scores }) => {
          const value = scores[id]
          return value === undefined ? [] : [{ session: number, value }]
        }),
      }),
    ),
    episodes: coursesOf(client, sessions, ids).flatMap((course) =>
      (['client', 'therapist'] as const).flatMap((rater) => {
        const id = course[rater]
        if (id === null || !ids.has(id)) return []
        return course.episodes[rater].map(({ at, values, verdict }) => ({
          series: id,
          ...at,
          depth: values.depth,
          level: verdict.level,
          state: verdict.state,
        }))
      }),
    ),
    outcomes: client.outcomes.flatMap(({ instrumentId, scale, threshold, change, totals }) => {
      const rated = series.find(
        (each) => each.rater === 'client' && each.instrumentId === instrumentId && each.scaleId === scale.id,
      )
      const numberAt = (place: number | null) => (place === null ? undefined : client.sessions[place]?.number)
      const baseline = numberAt(change.at.baseline)
      const current = numberAt(change.at.current)
      if (!rated || baseline === undefined || current === undefined || !has(baseline) || !has(current))
        return []
      // A total that another program gave is in a series of its own, which need not be chosen.
      if (totals.some((place) => place === change.at.baseline || place === change.at.current)) return []
      return [{ series: rated.id, threshold, baseline, current, change: change.verdict.change }]
    }),
    ...(choice.withRuptures ? closingsOf(client, sessions) : { ruptures: 'left-out' as const }),
    ...(choice.withAgreements
      ? {
          agreements: client.agreements.map((agreement) => ({
            session: lastBefore(agreement, past, choice.sessions),
            text: toBundleText(agreement.text),
            state: agreement.state,
          })),
        }
      : {}),
  }
}

/** The number of the last chosen session before an agreement; null without one. */
function lastBefore(
  agreed: AgreedAt,
  past: readonly SessionSummary[],
  chosen: ReadonlySet<number>,
): number | null {
  const isSince = areSinceAgreed(past, agreed)
  return past.findLast(({ number }, place) => isSince[place] === false && chosen.has(number))?.number ?? null
}

/** What is closed of the chosen sessions, without words; no field if nothing is. */
function closingsOf(
  { closings }: Pick<ClientToShare, 'closings'>,
  sessions: readonly SessionSummary[],
): Pick<BundledClient, 'closings'> {
  const found = sessions.flatMap(({ id, number }) =>
    closings
      .filter(({ sessionId }) => sessionId === id)
      .map(({ isOfFall, isOfNote }) => ({ session: number, isOfFall, isOfNote })),
  )
  return found.length === 0 ? {} : { closings: found }
}

/** The courses of the chosen ratings alone, by a yardstick that knows nothing of other clients. */
function coursesOf(
  { series, parameters }: Pick<ClientToShare, 'series' | 'parameters'>,
  sessions: readonly SessionSummary[],
  chosen: ReadonlySet<string>,
): Course[] {
  const counted = sessions.filter(({ status }) => countsInCourse(status))
  return explainCourses(
    series.map((each) => (each.known?.kind === 'pooled' ? { ...each, known: null } : each)),
    {
      numbers: counted.map(({ number }) => number),
      valuesOf: (id) => counted.map(({ scores }) => (chosen.has(id) ? (scores[id] ?? null) : null)),
    },
    parameters,
  )
}

function bundledSession(
  session: SessionSummary,
  firstDate: string,
  { textsOf }: Pick<ClientToShare, 'textsOf'>,
  { withDates, withNotes, withRuptures, withWords }: BundleChoice,
): Omit<BundledClient['sessions'][number], 'clientMissing'> {
  const { number, date, status, ruptureNote } = session
  if (status === 'planned') throw new Error('a planned session is in no bundle')
  const texts = withNotes || withWords ? textsOf(session) : null
  return {
    number,
    week: 1 + Math.floor(daysBetween(firstDate, date) / daysInWeek),
    date: withDates ? date : null,
    status,
    rupture: ruptureNote === null || !withRuptures ? null : withoutNote(ruptureNote),
    notes: texts !== null && withNotes ? toBundleText(texts.notes) : null,
    words:
      texts !== null && withWords
        ? [...texts.words, ...(withRuptures ? [texts.ruptureNote] : [])]
            .filter((text) => text !== '')
            .map(toBundleText)
        : null,
  }
}

function withoutNote({
  note: _note,
  ...rupture
}: NonNullable<SessionSummary['ruptureNote']>): NonNullable<BundledClient['sessions'][number]['rupture']> {
  return rupture
}

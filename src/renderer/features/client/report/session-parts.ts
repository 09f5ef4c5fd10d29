import { scoreResponse } from '#shared/instruments/score.ts'
import { chosenWords, feelingWordsOf, type FeelingWords } from '#shared/overview/feeling-words.ts'
import { kindOfRupture, type RuptureNote } from '#shared/records/rupture-note.ts'
import { seriesId } from '#shared/series/client-series.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import type { TFunction } from 'i18next'
import { dayInWords } from '#renderer/lib/dates.ts'
import { measureName } from '../measures.ts'
import { scoreBefore, scoreIn } from '../past-sessions.ts'
import { heading, text, typed, type ReportBlock } from './report.ts'
import { sessionHeading, type ReportSource } from './report-source.ts'

/** Sessions whose feelings a supervisor is shown. */
const sessionsWithFeelings = 3

/** Every session in a table: the alliance of both, each questionnaire, ruptures and events. */
export function sessionsPart({
  overview,
  past,
  t,
}: Pick<ReportSource, 'overview' | 'past' | 't'>): ReportBlock[] {
  const { sessions, outcomes } = overview
  if (sessions.length === 0) return [text(t('reports.paper.noSessions'))]
  const { client, therapist } = past.lead
  const value = (score: number | null, before: number | null) => {
    if (score === null) return t('reports.paper.sessions.notRated')
    const after = t('reports.paper.value', { value: score })
    return before === null ? after : t('charts.alsoBefore', { after, before })
  }
  const head = [
    t('reports.paper.sessions.number'),
    t('reports.paper.sessions.date'),
    t('reports.paper.sessions.status'),
    ...(client === null ? [] : [t('reports.paper.sessions.client', { measure: measureName(client, t) })]),
    ...(therapist === null
      ? []
      : [t('reports.paper.sessions.therapist', { measure: t('client.course.measure.alliance') })]),
    ...outcomes.map(({ title }) => title),
    t('reports.paper.sessions.rupture'),
    t('reports.paper.sessions.events'),
  ]
  const rows = sessions.map((session, index) => [
    String(session.number),
    dayInWords(session.date),
    t(`reports.paper.sessions.statuses.${session.status}`),
    ...(client === null ? [] : [value(scoreIn(session, client), scoreBefore(session, client))]),
    ...(therapist === null ? [] : [value(scoreIn(session, therapist), scoreBefore(session, therapist))]),
    ...outcomes.map(({ scores, totals, instrumentId, scale }) => {
      const own = { id: seriesId('client', instrumentId, scale.id) }
      const score = value(scores[index] ?? null, scoreBefore(session, own))
      return totals.includes(index) ? t('charts.totalOnly', { score }) : score
    }),
    session.ruptureNote === null
      ? ''
      : t('reports.paper.sessions.flag', {
          kind: t(`reports.paper.rupture.kinds.${kindOfRupture(session.ruptureNote)}`),
          state: t(`reports.paper.sessions.flagStates.${session.ruptureNote.resolution ?? 'notSaid'}`),
        }),
    [...new Set(session.events)].map((kind) => t(`client.sessions.event.${kind}`)).join(', '),
  ])
  return [{ kind: 'table', caption: t('reports.paper.sessions.caption'), head, rows }]
}

/** The notes and events of every session that has any, whole. */
export function notesPart({ record, t }: ReportSource): ReportBlock[] {
  const blocks = record.sessions.flatMap((log): ReportBlock[] => {
    const { session, events } = log
    if (session.notes === '' && events.length === 0) return []
    return [
      heading(3, sessionHeading(log, t)),
      ...(session.notes === '' ? [] : [typed(session.notes)]),
      ...(events.length === 0 ? [] : [eventList(log, t)]),
    ]
  })
  return blocks.length === 0 ? [text(t('reports.paper.notes.none'))] : blocks
}

/** The client's comments and picked words, session by session. */
export function wordsPart({ kind, record, find, t }: ReportSource): ReportBlock[] {
  const blocks = record.sessions.flatMap((log): ReportBlock[] => {
    const written = log.responses
      .filter(({ rater }) => rater === 'client')
      .flatMap((response): ReportBlock[] => {
        const picked = chosenWords(response, find)
        return [
          ...(response.comment === '' ? [] : [typed(response.comment)]),
          ...(picked.length === 0 ? [] : [text(t('reports.paper.words.picked', { words: picked }))]),
        ]
      })
    return written.length === 0 ? [] : [heading(3, sessionHeading(log, t)), ...written]
  })
  return blocks.length === 0
    ? [text(t(kind === 'client' ? 'reports.paper.plain.wordsNone' : 'reports.paper.words.none'))]
    : blocks
}

/** Every rupture that was noted: who noticed it, what was tried, and how it ended; and every drop that was closed. */
export function rupturesPart({ record, t }: ReportSource): ReportBlock[] {
  const blocks = record.sessions.flatMap((log) => {
    const closing = closingBlocks(log, record, t)
    if (log.ruptureNote === null && closing.length === 0) return []
    return [
      heading(3, sessionHeading(log, t)),
      ...(log.ruptureNote === null ? [] : ruptureBlocks(log.ruptureNote, t)),
      ...closing,
    ]
  })
  return blocks.length === 0 ? [text(t('reports.paper.rupture.none'))] : blocks
}

/** How what was open from a session ended, in a sentence and in the therapist's words; nothing if nothing was closed. */
export function closingBlocks(
  { session }: Pick<StoredSessionLog, 'session'>,
  { closings }: Pick<ReportSource['record'], 'closings'>,
  t: TFunction,
): ReportBlock[] {
  const closing = closings.find(({ sessionId }) => sessionId === session.id)
  if (closing === undefined) return []
  const { closedOn, how, words } = closing
  const said = t('reports.paper.rupture.closed', {
    date: new Date(closedOn),
    ending: t(`repairs.ending.${how}`),
  })
  return [text(said), ...(words === '' ? [] : [typed(words)])]
}

/** One noted rupture in sentences, and the line that was written about it. */
export function ruptureBlocks(note: RuptureNote, t: TFunction): ReportBlock[] {
  const { seenBy, intensity, tried, resolution } = note
  const what = {
    seenBy: t(`reports.paper.rupture.seenBy.${seenBy}`),
    kind: t(`reports.paper.rupture.kinds.${kindOfRupture(note)}`),
  }
  const sentences = [
    intensity === null
      ? t('reports.paper.rupture.story', what)
      : t('reports.paper.rupture.strength', { ...what, intensity }),
    ...(tried.length === 0
      ? []
      : [
          t('reports.paper.rupture.tried', {
            list: tried.map((way) => t(`reports.paper.rupture.ways.${way}`)),
          }),
        ]),
    t(`reports.paper.rupture.state.${resolution ?? 'notSaid'}`),
  ]
  return [text(sentences.join(' ')), ...(note.note === '' ? [] : [typed(note.note)])]
}

/** The events of a session as a list, each with what was written about it. */
export function eventList({ events }: Pick<StoredSessionLog, 'events'>, t: TFunction): ReportBlock {
  return {
    kind: 'list',
    items: events.map(({ kind, note }) => {
      const name = t(`logSession.events.names.${kind}`)
      return note === '' ? name : t('reports.paper.notes.event', { kind: name, note })
    }),
  }
}

/** How the therapist felt before and after the last sessions in which that was rated, and the words they chose. */
export function feelingsPart({ record, find, t }: ReportSource): ReportBlock[] {
  const rated = record.sessions.flatMap((log) => {
    const feelings = feelingsOf(log, find, t)
    const words = feelingWordsOf(log.responses, find)
    return feelings.size === 0 && words === null ? [] : [{ number: log.session.number, feelings, words }]
  })
  const last = rated.slice(-sessionsWithFeelings)
  if (last.length === 0) return [text(t('reports.paper.feelings.none'))]
  const names = [...new Set(last.flatMap(({ feelings }) => [...feelings.keys()]))]
  return [
    {
      kind: 'table',
      caption: t('reports.paper.feelings.caption'),
      head: [
        t('reports.paper.feelings.feeling'),
        ...last.map(({ number }) => t('reports.paper.feelings.session', { number })),
      ],
      rows: [
        ...names.map((name) => [name, ...last.map(({ feelings }) => feelingInWords(feelings.get(name), t))]),
        ...(last.every(({ words }) => words === null)
          ? []
          : [
              [
                t('reports.paper.feelings.words'),
                ...last.map(({ words }) =>
                  words === null ? t('reports.paper.feelings.noWords') : feelingWordsInWords(words, t),
                ),
              ],
            ]),
      ],
    },
  ]
}

interface Feeling {
  readonly before: number | null
  readonly after: number | null
}

/** By the name of the feeling with its scale, because forms can name a feeling alike and ask for other numbers. */
function feelingsOf(
  { responses }: StoredSessionLog,
  find: ReportSource['find'],
  t: TFunction,
): Map<string, Feeling> {
  const found = new Map<string, Feeling>()
  for (const { rater, occasion, instrumentId, instrumentVersion, answers } of responses) {
    const instrument = rater === 'therapist' ? find(instrumentId, instrumentVersion) : null
    if (instrument === null) continue
    const scores = scoreResponse(instrument, answers)
    for (const { id, title, construct, minimum, maximum } of instrument.scales) {
      const value = scores[id]?.value ?? null
      if (construct !== 'therapist.feelings' || value === null) continue
      const name = t('reports.paper.feelings.named', { name: title, minimum, maximum })
      found.set(name, { ...(found.get(name) ?? { before: null, after: null }), [occasion]: value })
    }
  }
  return found
}

function feelingInWords(feeling: Feeling | undefined, t: TFunction): string {
  const { before = null, after = null } = feeling ?? {}
  if (before !== null && after !== null) return t('reports.paper.feelings.change', { before, after })
  if (before !== null) return t('reports.paper.feelings.onlyBefore', { value: before })
  if (after !== null) return t('reports.paper.feelings.onlyAfter', { value: after })
  return t('reports.paper.sessions.notRated')
}

function feelingWordsInWords(words: FeelingWords, t: TFunction): string {
  return (['before', 'after'] as const)
    .flatMap((when) =>
      words[when].length === 0 ? [] : [t(`reports.paper.feelings.${when}Words`, { words: words[when] })],
    )
    .join('; ')
}

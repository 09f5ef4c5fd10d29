import type { TFunction } from 'i18next'
import { answerTo } from '#shared/instruments/response.ts'
import type { Response, StoredSessionLog } from '#shared/records/session-log.ts'
import { dayInWords, timeOfDayInWords } from '#renderer/lib/dates.ts'
import type { FindInstrument } from '../use-instruments.ts'
import { ruptureStory } from './rupture-story.ts'

/** One difference between two versions of a session, in words. */
export interface Difference {
  readonly id: string
  readonly what: string
  readonly before: string
  readonly after: string
}

type Line = readonly [id: string, what: string, text: string]

/** What differs between a version of a session and the next one: facts, notes, ratings, words and comments. */
export function whatChanged(
  version: StoredSessionLog,
  next: StoredSessionLog,
  { t, find }: { readonly t: TFunction; readonly find: FindInstrument },
): Difference[] {
  const before = linesOf(version, t, find)
  const after = linesOf(next, t, find)
  const texts = (lines: readonly Line[]) => new Map(lines.map(([id, , text]) => [id, text]))
  const [textsBefore, textsAfter] = [texts(before), texts(after)]
  const names = new Map([...before, ...after].map(([id, what]) => [id, what]))
  return [...names].flatMap(([id, what]) => {
    const one = textsBefore.get(id) ?? ''
    const other = textsAfter.get(id) ?? ''
    const said = (text: string) => (text === '' ? t('reading.versions.empty') : text)
    return one === other ? [] : [{ id, what, before: said(one), after: said(other) }]
  })
}

/** Everything that a version says, line by line, in an order that both versions share. */
function linesOf(version: StoredSessionLog, t: TFunction, find: FindInstrument): Line[] {
  const { session, ruptureNote, events, responses } = version
  const { durationMinutes: length } = session
  const rupture =
    ruptureNote === null ? '' : [ruptureStory(ruptureNote, t), ruptureNote.note].join('\n').trim()
  const happened = events.map(({ kind, note }) => {
    const name = t(`logSession.events.names.${kind}`)
    return note === '' ? name : t('reading.events.line', { kind: name, note })
  })
  return [
    ['date', t('reading.versions.date'), dayInWords(session.date)],
    [
      'time',
      t('reading.versions.time'),
      session.timeOfDay === null ? '' : timeOfDayInWords(session.timeOfDay),
    ],
    ['status', t('reading.versions.status'), t(`logSession.statuses.${session.status}`)],
    ['modality', t('reading.versions.modality'), t(`logSession.facts.${modalityNames[session.modality]}`)],
    ['length', t('reading.versions.length'), length === null ? '' : t('reading.minutes', { count: length })],
    [
      'closed',
      t('reading.versions.closed'),
      t(`reading.versions.${session.closedAt === null ? 'no' : 'yes'}`),
    ],
    ['notes', t('reading.versions.notes'), session.notes],
    ['rupture', t('reading.versions.rupture'), rupture],
    ['events', t('reading.versions.events'), happened.join('\n')],
    ...responses.flatMap((response) => linesOfResponse(response, t, find)),
  ]
}

/** The catalogue's names of the ways to meet. */
export const modalityNames = { 'in-person': 'inPerson', video: 'video', phone: 'phone' } as const

function linesOfResponse(response: Response, t: TFunction, find: FindInstrument): Line[] {
  const { instrumentId, instrumentVersion, rater, occasion, answers, words, comment } = response
  const key = `${rater} ${occasion} ${instrumentId} ${instrumentVersion}`
  const who = t(`reading.scores.${rater}`)
  const instrument = find(instrumentId, instrumentVersion)
  const form = instrument?.title ?? instrumentId
  if (!instrument) {
    const count = Object.values(answers).filter(({ value }) => value !== null).length
    return [[key, t('reading.versions.gone', { form, rater: who }), t('reading.versions.answers', { count })]]
  }
  const chosen = (instrument.words ?? []).filter(({ id }) => words.includes(id)).map(({ text }) => text)
  return [
    ...instrument.items.map((item): Line => {
      const value = answerTo(answers, item.id)
      const label = item.labels?.find((each) => each.value === value)?.text
      const what = t('reading.versions.item', { item: item.text, rater: who })
      return [`${key} ${item.id}`, what, value === null ? '' : (label ?? String(value))]
    }),
    [`${key} words`, t('reading.versions.words', { form }), chosen.join(', ')],
    [`${key} comment`, t('reading.versions.comment', { form }), comment],
  ]
}

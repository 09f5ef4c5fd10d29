import type { TFunction } from 'i18next'
import type { PromptAnswer } from '#shared/prompts/prompt-answer.ts'
import type { Agreement } from '#shared/supervision/meeting.ts'
import type { Moment, StripContent, StripRow } from '#renderer/parts/charts/strip-types.ts'
import type { EpisodeView } from '../episode-view.ts'
import type { Past } from '../past-sessions.ts'
import { ruptureFlag } from '../rupture-words.ts'
import type { StripPanel } from './panel.ts'

type Mark = Extract<StripContent, { kind: 'moments' }>['mark']
/** What was said in supervision: an agreement on a day, or a supervisor's comment on a session. */
export type SupervisionMark =
  Pick<Agreement, 'agreedOn' | 'text'> | { readonly session: number; readonly text: string }

type RowName = 'ruptures' | 'falls' | 'events' | 'notes' | 'supervision'

/** What was noted of each session and found in the ratings: marks with a word each; null if there is nothing. */
export function momentsPanel(
  past: Past,
  views: readonly EpisodeView[],
  /** The answers to prompts; null if they could not be read. */
  answers: readonly PromptAnswer[] | null,
  /** What was said in supervision; null if it could not be read. */
  said: readonly SupervisionMark[] | null,
  t: TFunction,
): StripPanel | null {
  const all: readonly { id: RowName; mark: Mark; moments: Moment[] }[] = [
    { id: 'ruptures', mark: 'flag', moments: rupturesOf(past, t) },
    { id: 'falls', mark: 'span', moments: fallsOf(past, views, t) },
    { id: 'events', mark: 'diamond', moments: eventsOf(past, t) },
    { id: 'notes', mark: 'page', moments: notesOf(past, t) },
    { id: 'supervision', mark: 'ring', moments: supervisionOf(past, answers ?? [], said ?? [], t) },
  ]
  const rows = all.filter(({ moments }) => moments.length > 0)
  if (rows.length === 0) return null
  const parts = rows.map(({ id, moments }) => t(`panels.moments.${id}`, { count: moments.length }))
  return {
    id: 'moments',
    sentence: capitalized(t('panels.moments.sentence', { parts: parts.join(', ') })),
    note: answers === null || said === null ? t('panels.moments.unread') : null,
    rows: rows.map(({ id, mark, moments }): StripRow => ({
      id,
      name: t(`panels.moments.row.${id}`),
      note: null,
      content: { kind: 'moments', moments, mark },
      wordsAt: (index) =>
        moments
          .filter((moment) => index >= moment.index && index <= moment.to)
          .map(({ words }) => words)
          .join(', ') || t('panels.moments.nothing'),
    })),
  }
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function rupturesOf({ sessions }: Past, t: TFunction): Moment[] {
  return sessions.flatMap(({ ruptureNote }, index) =>
    ruptureNote === null ? [] : [{ index, to: index, words: ruptureFlag(ruptureNote, t) }],
  )
}

/** The falls in both raters' ratings, each from its peak to its end. */
function fallsOf({ sessions }: Past, views: readonly EpisodeView[], t: TFunction): Moment[] {
  const places = new Map(sessions.map(({ number }, index) => [number, index]))
  return views.flatMap(({ label, state, explained: { at }, lastCovered }) => {
    const [index, to] = [places.get(at.peak), places.get(lastCovered)]
    return index === undefined || to === undefined
      ? []
      : [{ index, to, words: t(`charts.episode.${state}`, { label }) }]
  })
}

function eventsOf({ sessions }: Past, t: TFunction): Moment[] {
  return sessions.flatMap(({ events }, index) =>
    events.length === 0
      ? []
      : [{ index, to: index, words: events.map((kind) => t(`client.sessions.event.${kind}`)).join(', ') }],
  )
}

function notesOf({ sessions }: Past, t: TFunction): Moment[] {
  return sessions.flatMap(({ hasNotes }, index) =>
    hasNotes ? [{ index, to: index, words: t('panels.moments.note') }] : [],
  )
}

/**
 * The sessions whose prompts were taken to supervision, those that a supervisor commented on, and the last session before
 * each agreement. A session with several is one mark.
 */
function supervisionOf(
  { sessions }: Past,
  answers: readonly PromptAnswer[],
  said: readonly SupervisionMark[],
  t: TFunction,
): Moment[] {
  const taken = answers.filter(({ answer }) => answer === 'supervision')
  const placeOf = (day: string) =>
    Math.max(
      0,
      sessions.findLastIndex(({ date }) => date <= day),
    )
  return sessions.flatMap(({ number }, index) => {
    const here = taken.filter(({ prompt }) => prompt.sessionNumber === number)
    const isDiscussed = here.every(({ discussedAt }) => discussedAt !== null)
    const words = [
      ...(here.length === 0 ? [] : [t(`panels.moments.${isDiscussed ? 'discussed' : 'taken'}`)]),
      ...said.flatMap((mark) => {
        if ('session' in mark)
          return mark.session === number ? [t('replies.received.mark', { text: mark.text })] : []
        return placeOf(mark.agreedOn) === index ? [t('panels.moments.agreed', { text: mark.text })] : []
      }),
    ]
    return words.length === 0 ? [] : [{ index, to: index, words: words.join(', ') }]
  })
}

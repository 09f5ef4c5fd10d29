import type { TFunction } from 'i18next'
import type { StripRow, StripSession } from '#renderer/parts/charts/strip-types.ts'
import { isEmptyAt } from '#renderer/parts/charts/strip-types.ts'
import type { Past } from '../past-sessions.ts'
import type { SessionRange } from '../session-range.ts'

/** A panel of rows on the sessions' axis, over all past sessions. */
export interface StripPanel {
  readonly id: 'moments' | 'feelings' | 'emotions' | 'guesses' | 'ratings'
  readonly sentence: string
  readonly note: string | null
  readonly rows: readonly StripRow[]
}

/** The part of some rows in a range. What happened in part of it is drawn from where it begins there. */
export function rowsWithin(rows: readonly StripRow[], { from, to }: SessionRange): StripRow[] {
  const part = <Value>(values: readonly Value[]) => values.slice(from, to + 1)
  return rows.map((row): StripRow => {
    const { content } = row
    const wordsAt = (index: number) => row.wordsAt(index + from)
    switch (content.kind) {
      case 'level':
      case 'offset':
        return { ...row, wordsAt, content: { ...content, values: part(content.values) } }
      case 'change': {
        const { before, after } = content
        return { ...row, wordsAt, content: { ...content, before: part(before), after: part(after) } }
      }
      case 'moments': {
        const moments = content.moments
          .filter((moment) => moment.to >= from && moment.index <= to)
          .map((moment) => ({
            ...moment,
            index: Math.max(moment.index, from) - from,
            to: Math.min(moment.to, to) - from,
          }))
        return { ...row, wordsAt, content: { ...content, moments } }
      }
    }
  })
}

/** The past sessions as the axis of a panel shows them. */
export function axisSessions({ sessions }: Pick<Past, 'sessions'>): StripSession[] {
  return sessions.map(({ number, date, status }) => ({ number, date, status }))
}

/** One line of the readout: the panel's short name, and the values of those rows that have one; null if none has. */
export function panelLine({ id, rows }: StripPanel, index: number, t: TFunction): string | null {
  const filled = rows.filter((row) => !isEmptyAt(row, index))
  if (filled.length === 0) return null
  const isNamed = id !== 'moments'
  const values = filled
    .map(({ name, wordsAt, shortAt = wordsAt }) =>
      isNamed ? t('panels.named', { name, words: shortAt(index) }) : shortAt(index),
    )
    .join(', ')
  return t('panels.line', { panel: t(`panels.short.${id}`), values })
}

/** What the table says where a row has nothing: that the session was missed, or that it was not rated. */
export function missingAt({ sessions }: Pick<Past, 'sessions'>, index: number, t: TFunction): string {
  return t(`charts.notRatedStatus.${sessions[index]?.status ?? 'held'}`)
}

import type { SessionStatus } from '#shared/records/session.ts'
import type { SessionDay } from './session-day.ts'

/** One session on the axis of the strips. */
export type StripSession = SessionDay & {
  number: number
  status: SessionStatus
}

/** One value a session, in the order of the sessions; null if there is none. */
export type StripValues = readonly (number | null)[]

/** Something that happened in a session, or from one to another; at their places from 0. */
export type Moment = { index: number; to: number; words: string }

type Ends = { minimum: number; maximum: number }

/** What one row draws: a height, a distance from zero, a step from before to after, or marks. */
export type StripContent =
  /** `rater` is the client unless it is said. */
  | ({ kind: 'level'; values: StripValues; rater?: 'client' | 'therapist' } & Ends)
  /** Drawn above and below a line at zero, which no value lies further from than `reach`. */
  | { kind: 'offset'; values: StripValues; reach: number; above: string; below: string }
  | ({ kind: 'change'; before: StripValues; after: StripValues } & Ends)
  | { kind: 'moments'; moments: readonly Moment[]; mark: 'flag' | 'span' | 'diamond' | 'page' | 'ring' }

/** One row of a panel, named at its right end. */
export type StripRow = {
  id: string
  name: string
  /** A second line below the name, such as how many sessions it rests on. */
  note: string | null
  content: StripContent
  /** What the table says of the session at this index. */
  wordsAt: (index: number) => string
  /** The same in fewer words, where the readout is to say less. */
  shortAt?: ((index: number) => string) | undefined
}

/** Whether a row has nothing of a session. */
export function isEmptyAt({ content }: Pick<StripRow, 'content'>, index: number): boolean {
  const has = (values: StripValues) => (values[index] ?? null) !== null
  switch (content.kind) {
    case 'level':
    case 'offset':
      return !has(content.values)
    case 'change':
      return !has(content.before) && !has(content.after)
    case 'moments':
      return !content.moments.some(({ index: from, to }) => index >= from && index <= to)
  }
}

import type { ClientEntry } from '#shared/records/client.ts'
import type { RuptureNote } from '#shared/records/rupture-note.ts'
import type { Session, SessionEvent } from '#shared/records/session.ts'
import type { Rhythm } from './schedule.ts'
import type { OutcomeSeries } from './outcome-form.ts'

/** Which of a session's forms can be absent: the client's, or one of the therapist's cards. */
export type FormGroup = 'client' | 'before' | 'after' | 'guess'

/** What sets one session of a story apart from the quiet run of the others. */
export type Happening = {
  /** Held, unless something else is said; `begun` is a session that was never finished. */
  status?: 'no-show' | 'late-cancel' | 'begun'
  modality?: Session['modality']
  durationMinutes?: number
  note?: string
  /** A sentence of the client's own, beside their ratings. */
  comment?: string
  events?: readonly Pick<SessionEvent, 'kind' | 'note'>[]
  rupture?: RuptureNote
  /** Forms that nobody filled in. Without the guess, it counts as expressly skipped. */
  withoutForms?: readonly FormGroup[]
  /** Items of the client's forms that they passed over. */
  skips?: readonly string[]
  /** The item of the client's forms at which they stopped: it and all after it have no answer. */
  stopsAt?: string
  /** Nobody handed the client the forms, and that is recorded. */
  isClientNotAsked?: boolean
  /** Held, but not closed. */
  isLeftOpen?: boolean
}

/** How one person's rating follows another's: shifted by `bias`, following changes by `follows`, off by up to `noise`. */
export type View = { bias: number; follows: number; noise: number }

/** A fictional client's therapy, as a few numbers and moments from which every rating of it is made. */
export type Story = {
  /** The stable name by which tests and demonstrations ask for it. */
  name: string
  code: string
  status: ClientEntry['status']
  therapyType: string
  notes: string
  /** The sessions in which the story happens (numbers count from 1) and what happens there. */
  moments: readonly { session: number; what: string }[]
  rhythm: Rhythm
  /**
   * How the alliance is for the client, 0–10 in quarter steps, one per session up to the last one past.
   * `null` where they did not meet. It shapes the therapist's ratings even where the client rates nothing.
   */
  alliance: readonly (number | null)[]
  clientRates: boolean
  /** Helpfulness (0–10) by session, where it has a course of its own beside the alliance. */
  helpfulness?: readonly number[]
  /** Mean of the client's negative emotions (0–10) by session, where it has a course of its own. */
  negative?: readonly number[]
  /** The usual level of the client's emotions, 0–10. */
  usualNegative: number
  usualPositive: number
  /** How supportive–guiding and how inadequate the therapist usually feels with this client, 0–10. */
  usualSupportive: number
  usualInadequate: number
  /** How the therapist's alliance ratings follow the client's. */
  allianceView: View
  /** How the therapist's guess follows the client's negative emotions. */
  emotionView: View
  at: Readonly<Record<number, Happening>>
  /** The session that comes after the past ones, if there is one. */
  next?: { inDays: number; status: 'planned' | 'begun' }
  /** Outcome questionnaires by session, beside Attune's own forms. */
  outcomes?: readonly OutcomeSeries[]
}

import type { ClientEntry } from '#shared/records/client.ts'
import type { RuptureNote } from '#shared/records/rupture-note.ts'
import type { Session, SessionEvent } from '#shared/records/session.ts'
import type { Rhythm } from './schedule.ts'
import type { OutcomeSeries } from './outcome-form.ts'

/** Which of a session's forms can be absent: the client's, or one of the therapist's cards. */
export type FormGroup = 'client' | 'before' | 'after' | 'guess'

/** What is special about one session of a story. */
export type Happening = {
  /** Held by default; `begun` is a session that was never finished. */
  status?: 'no-show' | 'late-cancel' | 'begun'
  modality?: Session['modality']
  durationMinutes?: number
  note?: string
  /** A sentence by the client, beside their ratings. */
  comment?: string
  events?: readonly Pick<SessionEvent, 'kind' | 'note'>[]
  rupture?: RuptureNote
  /** Forms that nobody filled in. A guess without its form counts as explicitly skipped. */
  withoutForms?: readonly FormGroup[]
  /** Items of the client's forms that they skipped. */
  skips?: readonly string[]
  /** The item at which the client stopped: it and all later ones have no answer. */
  stopsAt?: string
  /** The client was not given the forms, and that is recorded. */
  isClientNotAsked?: boolean
  /** Held, but not closed. */
  isLeftOpen?: boolean
}

/** How one person's rating depends on another's: shifted by `bias`, changes scaled by `follows`, with up to `noise`. */
export type View = { bias: number; follows: number; noise: number }

/** A fictional client's therapy, as a few numbers and moments that determine every rating. */
export type Story = {
  /** The stable name for tests and demonstrations. */
  name: string
  code: string
  status: ClientEntry['status']
  therapyType: string
  notes: string
  /** The special sessions of the story (numbers count from 1) and what happens there. */
  moments: readonly { session: number; what: string }[]
  rhythm: Rhythm
  /**
   * The client's alliance, 0–10 in quarter steps, one per session up to the last past one. `null` if they did not
   * meet. The therapist's ratings depend on it even if the client rates nothing.
   */
  alliance: readonly (number | null)[]
  clientRates: boolean
  /** Helpfulness (0–10) by session, if it differs in course from the alliance. */
  helpfulness?: readonly number[]
  /** Mean of the client's negative emotions (0–10) by session, if it has its own course. */
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
  next?: { inDays: number; status: 'planned' | 'begun'; timeOfDay?: string }
  /** Outcome questionnaires by session, beside Attune's own forms. */
  outcomes?: readonly OutcomeSeries[]
}

import type { SessionStatus } from '../records/session.ts'
import type { Agreement } from './meeting.ts'

/** When something was agreed: the day, and how many sessions had been held on that day by then. */
export type AgreedAt = Pick<Agreement, 'agreedOn'> & { readonly heldWhenAgreed: number }

/**
 * Says of each session, in the order of their numbers, whether it took place after an agreement: on a later day, or later
 * on the same one.
 */
export function areSinceAgreed(
  sessions: readonly { readonly date: string; readonly status: SessionStatus }[],
  { agreedOn, heldWhenAgreed }: AgreedAt,
): boolean[] {
  let held = 0
  return sessions.map(({ date, status }) => {
    if (date !== agreedOn) return date > agreedOn
    if (status === 'held') held += 1
    return held > heldWhenAgreed
  })
}

import type { RuptureNote } from '#shared/records/rupture-note.ts'

type Details = Partial<Omit<RuptureNote, 'isWithdrawal' | 'isConfrontation'>>

function note(kind: Pick<RuptureNote, 'isWithdrawal' | 'isConfrontation'>, details: Details): RuptureNote {
  return {
    seenBy: 'therapist',
    intensity: null,
    resolution: null,
    tried: [],
    note: '',
    ...kind,
    ...details,
  }
}

/** A rupture in which the client withdrew, by default noted by the therapist. */
export function withdrawal(details: Details): RuptureNote {
  return note({ isWithdrawal: true, isConfrontation: false }, details)
}

/** A rupture in which the client confronted the therapist, by default noted by the therapist. */
export function confrontation(details: Details): RuptureNote {
  return note({ isWithdrawal: false, isConfrontation: true }, details)
}

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

/** A rupture in which the client moved away, as noted by the therapist unless said otherwise. */
export function withdrawal(details: Details): RuptureNote {
  return note({ isWithdrawal: true, isConfrontation: false }, details)
}

/** A rupture in which the client moved against, as noted by the therapist unless said otherwise. */
export function confrontation(details: Details): RuptureNote {
  return note({ isWithdrawal: false, isConfrontation: true }, details)
}

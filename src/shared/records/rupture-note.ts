import { z } from 'zod'
import { noteSchema } from './text.ts'

export const ruptureObservers = ['therapist', 'client', 'both'] as const
export const ruptureResolutions = ['resolved', 'partly', 'unresolved'] as const

/** Ways in which a therapist can try to repair a rupture: the concepts of the literature, in our own words. */
export const repairStrategies = [
  'named-it-together',
  'asked-about-their-view',
  'owned-my-part',
  'changed-task-or-goal',
  'explained-the-why',
  'explored-the-pattern',
  'gave-it-room',
] as const

/** A rupture as one person saw it: withdrawal, confrontation or both, its strength (0–10), its resolution so far. */
export const ruptureNoteSchema = z.strictObject({
  seenBy: z.enum(ruptureObservers),
  isWithdrawal: z.boolean(),
  isConfrontation: z.boolean(),
  intensity: z.int().min(0).max(10).nullable(),
  resolution: z.enum(ruptureResolutions).nullable(),
  tried: z.array(z.enum(repairStrategies)).max(repairStrategies.length),
  note: noteSchema,
})

export type RuptureNote = z.output<typeof ruptureNoteSchema>

/** How a rupture is named: by what it was, or just as one if that was not said. */
export function kindOfRupture({
  isWithdrawal,
  isConfrontation,
}: Pick<RuptureNote, 'isWithdrawal' | 'isConfrontation'>):
  'both' | 'withdrawal' | 'confrontation' | 'rupture' {
  if (isWithdrawal && isConfrontation) return 'both'
  if (isWithdrawal) return 'withdrawal'
  return isConfrontation ? 'confrontation' : 'rupture'
}

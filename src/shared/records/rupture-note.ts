import { z } from 'zod'
import { noteSchema } from './text.ts'

export const ruptureObservers = ['therapist', 'client', 'both'] as const
export const ruptureResolutions = ['resolved', 'partly', 'unresolved'] as const

/** What a therapist can have tried to mend a rupture: the concepts of the rupture literature, in our own words. */
export const repairStrategies = [
  'named-it-together',
  'asked-about-their-view',
  'owned-my-part',
  'changed-task-or-goal',
  'explained-the-why',
  'explored-the-pattern',
  'gave-it-room',
] as const

/** A rupture as somebody saw it: withdrawal, confrontation or both, how strong (0–10), how it ended so far. */
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

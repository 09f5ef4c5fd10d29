import { z } from 'zod'

/** The steps of bringing in a file: reading it, checking what it holds against the vault, saving, and taking back. */
const workSteps = ['reading', 'checking', 'saving', 'taking-back'] as const

/** How far the work on a file is: its step, and how much of that is done, from 0 to 1. */
export const workProgressSchema = z.strictObject({ step: z.enum(workSteps), share: z.number().min(0).max(1) })
export type WorkProgress = z.output<typeof workProgressSchema>

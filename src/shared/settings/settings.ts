import { z } from 'zod'

export const themes = ['system', 'light', 'dark'] as const

/** What may be kept outside the vault: how the window looks and when it locks. Nothing clinical. */
export const settingsSchema = z.strictObject({
  theme: z.enum(themes),
  /** Minutes without any activity in Attune before it locks; it can't be switched off. */
  lockAfterMinutes: z.int().min(1).max(60),
})
export type Settings = z.output<typeof settingsSchema>

export const defaultSettings: Settings = { theme: 'system', lockAfterMinutes: 5 }

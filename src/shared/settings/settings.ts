import { z } from 'zod'

export const themes = ['system', 'light', 'dark'] as const

/** The panels of a client's page that can be folded. */
export const panelNames = [
  'course',
  'outcome',
  'own-words',
  'alliance',
  'moments',
  'empathy',
  'feelings',
  'emotions',
  'guesses',
  'ratings',
  'experience',
] as const
export type PanelName = (typeof panelNames)[number]

/** Settings stored outside the vault: the look of the window and when it locks. Nothing clinical. */
export const settingsSchema = z.strictObject({
  theme: z.enum(themes),
  /** Minutes without activity before Attune locks; can't be switched off. */
  lockAfterMinutes: z.int().min(1).max(60),
  /** Whether macOS and Windows leave the window out of screenshots, recordings and shared screens. */
  hidesFromCapture: z.boolean(),
  /** The panels that are folded, on every client's page alike. */
  foldedPanels: z.array(z.enum(panelNames)).max(panelNames.length),
})
export type Settings = z.output<typeof settingsSchema>

export const defaultSettings: Settings = {
  theme: 'system',
  lockAfterMinutes: 5,
  hidesFromCapture: true,
  foldedPanels: [],
}

import { useChange } from '#renderer/lib/change.ts'

/** Saves a change of the settings at once. Changes are saved one after the other, so the last one counts. */
export const useSaveSettings = () => useChange('settings.update', { scope: { id: 'settings' } })

export type SaveSettings = ReturnType<typeof useSaveSettings>

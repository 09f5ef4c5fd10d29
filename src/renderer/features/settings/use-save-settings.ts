import { useChange } from '#renderer/lib/change.ts'

/** Saves a change of the settings at once; changes are saved one after the other, so that the last one counts. */
export const useSaveSettings = () => useChange('settings.update', { scope: { id: 'settings' } })

export type SaveSettings = ReturnType<typeof useSaveSettings>

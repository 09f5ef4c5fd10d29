import { crisisTextSchema } from '#shared/risk/crisis-text.ts'
import type { VaultSettingsRepository } from '../vault-settings.repository.ts'

const settingName = 'crisis-text'

/** Reads and writes the therapist's crisis text; empty until somebody writes it. */
export function createCrisisText(settings: VaultSettingsRepository) {
  return {
    read: (): string => {
      const text = crisisTextSchema.safeParse(settings.get(settingName))
      return text.success ? text.data : ''
    },
    write: (text: string): void => settings.put(settingName, text),
  }
}

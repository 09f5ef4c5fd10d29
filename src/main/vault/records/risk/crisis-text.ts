import { crisisTextSchema } from '#shared/risk/crisis-text.ts'
import type { VaultSettingsRepository } from '../vault-settings.repository.ts'

const settingName = 'crisis-text'

/** The crisis text as the therapist wrote it, empty while nobody has, and the one way to change it. */
export function createCrisisText(settings: VaultSettingsRepository) {
  return {
    read: (): string => {
      const text = crisisTextSchema.safeParse(settings.get(settingName))
      return text.success ? text.data : ''
    },
    write: (text: string): void => settings.put(settingName, text),
  }
}

export type CrisisTextStore = ReturnType<typeof createCrisisText>

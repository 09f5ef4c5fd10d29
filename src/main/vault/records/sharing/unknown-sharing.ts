import { instantSchema } from '#shared/records/calendar.ts'
import type { VaultSettingsRepository } from '../vault-settings.repository.ts'

/** The setting that says since when the vault may not know what has left for supervisors. */
const sharingUnknownSince = 'sharing-unknown-since'

/** The instant of the restored backup, if the vault before it could not be read and nobody has looked that through. */
export function unknownSharing(settings: Pick<VaultSettingsRepository, 'get'>): string | null {
  return instantSchema.nullable().parse(settings.get(sharingUnknownSince))
}

/** Stores since when it is not known; null once the therapist has looked it through. */
export function putUnknownSharing(
  settings: Pick<VaultSettingsRepository, 'put'>,
  since: string | null,
): void {
  settings.put(sharingUnknownSince, since)
}

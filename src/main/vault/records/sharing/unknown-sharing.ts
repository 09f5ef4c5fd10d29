import { instantSchema } from '#shared/records/calendar.ts'
import type { VaultSettingsRepository } from '../vault-settings.repository.ts'

/**
 * The settings that say since when the vault may not know something: what has left for supervisors, or whom supervisees
 * have withdrawn.
 */
const settingOf = { sharing: 'sharing-unknown-since', review: 'review-unknown-since' } as const
type Side = keyof typeof settingOf

/** The instant of the restored backup, if the vault before it could not be read and nobody has looked that through. */
export function unknownSince(settings: Pick<VaultSettingsRepository, 'get'>, side: Side): string | null {
  return instantSchema.nullable().parse(settings.get(settingOf[side]))
}

/** Stores since when it is not known; null once the user has looked it through. */
export function putUnknownSince(
  settings: Pick<VaultSettingsRepository, 'put'>,
  side: Side,
  since: string | null,
): void {
  settings.put(settingOf[side], since)
}

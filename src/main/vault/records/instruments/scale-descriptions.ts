import { z } from 'zod'
import { scaleDescriptionSchema, type ScaleDescription } from '#shared/instruments/described-scales.ts'
import { measureIdSchema } from '#shared/instruments/plain-text.ts'
import type { VaultSettingsRepository } from '../vault-settings.repository.ts'

const settingName = 'scale-descriptions'
const storedSchema = z.record(measureIdSchema, z.array(scaleDescriptionSchema))

/** The user's words on what the scales of imported instruments measure, for all versions of each. */
export function createScaleDescriptions(settings: VaultSettingsRepository) {
  const read = () => {
    const stored = settings.get(settingName)
    return stored === null ? {} : storedSchema.parse(stored)
  }
  return {
    /** The descriptions of one instrument's scales; empty if the user said nothing. */
    of: (instrumentId: string): readonly ScaleDescription[] => read()[instrumentId] ?? [],
    /** Replaces the descriptions of the named scales and leaves the others. */
    say: (instrumentId: string, said: readonly ScaleDescription[]): void => {
      const before = read()
      const others = (before[instrumentId] ?? []).filter(({ scale }) =>
        said.every((description) => description.scale !== scale),
      )
      settings.put(settingName, { ...before, [instrumentId]: [...others, ...said] })
    },
    /** Removes what was said of an instrument that is gone, or a later one of the same name would inherit it. */
    forget: (instrumentId: string): void => {
      const { [instrumentId]: gone, ...others } = read()
      if (gone !== undefined) settings.put(settingName, others)
    },
  }
}

export type ScaleDescriptions = ReturnType<typeof createScaleDescriptions>

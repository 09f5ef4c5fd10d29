import type Database from 'better-sqlite3'
import { z } from 'zod'

export const vaultSettingsQueries = {
  contentOf: 'SELECT content FROM vault_settings WHERE name = ?',
} as const

/** Settings of the vault, not of the computer, as JSON by name. */
export function createVaultSettingsRepository(db: Database.Database) {
  const contentOf = db.prepare(vaultSettingsQueries.contentOf).pluck()
  return {
    /** The stored value of this name, unchecked; null if there is none. */
    get: (name: string): unknown => {
      const content = contentOf.get(name)
      return content === undefined ? null : JSON.parse(z.string().parse(content))
    },
    put: (name: string, value: unknown): void => {
      db.prepare(
        `INSERT INTO vault_settings (name, content) VALUES (:name, :content)
         ON CONFLICT (name) DO UPDATE SET content = :content`,
      ).run({ name, content: JSON.stringify(value) })
    },
  }
}

export type VaultSettingsRepository = ReturnType<typeof createVaultSettingsRepository>

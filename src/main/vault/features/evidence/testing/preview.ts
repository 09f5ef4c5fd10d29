import type { TestVault } from '../../../testing/test-vault.ts'

/** What an import of this text would bring. Stores nothing. */
export const preview = ({ api }: TestVault, text: string, name = 'file') =>
  api.evidence.previewImport({ name, text })

import { z } from 'zod'
import type { VaultState } from '../vault-state.ts'

/** What the system's dialog asks for: where to save a new file, which file to open, or which folder to use. */
export interface FilePurpose {
  readonly dialog: 'save' | 'open' | 'folder'
  /** Without a dot; null where any file may be chosen. */
  readonly extension: string | null
  /** In which states of the vault it may be asked for. */
  readonly availableIn: readonly VaultState[]
}

const whenOpen = ['open'] as const satisfies readonly VaultState[]
const beforeAndAfter = ['locked', 'open'] as const satisfies readonly VaultState[]

/**
 * Everything a file or folder is ever chosen for. A grant holds for one of these and no other, and the suggested
 * names (`files.names` among the words) hold nothing of what is saved: no client's code, no title.
 */
export const filePurposes = {
  'backup-folder': { dialog: 'folder', extension: null, availableIn: whenOpen },
  'backup-file': { dialog: 'open', extension: 'attunebackup', availableIn: beforeAndAfter },
  archive: { dialog: 'save', extension: 'age', availableIn: whenOpen },
  'client-export': { dialog: 'save', extension: 'json', availableIn: whenOpen },
  'client-archive': { dialog: 'save', extension: 'age', availableIn: whenOpen },
  'client-table': { dialog: 'save', extension: 'csv', availableIn: whenOpen },
  'audit-export': { dialog: 'save', extension: 'csv', availableIn: whenOpen },
  'audit-lines': { dialog: 'save', extension: 'jsonl', availableIn: whenOpen },
  'evidence-export': { dialog: 'save', extension: 'md', availableIn: whenOpen },
  'evidence-ris': { dialog: 'save', extension: 'ris', availableIn: whenOpen },
  'evidence-bibtex': { dialog: 'save', extension: 'bib', availableIn: whenOpen },
} as const satisfies Readonly<Record<string, FilePurpose>>

export const filePurposeSchema = z.literal([
  'backup-folder',
  'backup-file',
  'archive',
  'client-export',
  'client-archive',
  'client-table',
  'audit-export',
  'audit-lines',
  'evidence-export',
  'evidence-ris',
  'evidence-bibtex',
] as const satisfies readonly (keyof typeof filePurposes)[])
export type FilePurposeName = keyof typeof filePurposes

/** 32 random bytes as base64url: stands for a path that only main and the vault process know. */
export const fileTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** What main tells the vault process once the user has chosen. */
export const fileGrantSchema = z.strictObject({
  token: fileTokenSchema,
  purpose: filePurposeSchema,
  path: z.string().min(1).max(4_096),
})
export type FileGrant = z.output<typeof fileGrantSchema>

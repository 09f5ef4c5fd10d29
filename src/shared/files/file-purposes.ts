import { z } from 'zod'
import type { VaultState } from '../vault-state.ts'

/** What the system's dialog chooses: where to save a new file, a file to open, or a folder. */
export interface FilePurpose {
  readonly dialog: 'save' | 'open' | 'folder'
  /** Without a dot; null for any file. */
  readonly extension: string | null
  /** The vault states in which it is allowed. */
  readonly availableIn: readonly VaultState[]
}

const whenOpen = ['open'] as const satisfies readonly VaultState[]
const beforeAndAfter = ['locked', 'open'] as const satisfies readonly VaultState[]

/**
 * Every purpose of choosing a file or folder. A grant is valid for one purpose only. The suggested names
 * (`files.names` among the words) contain nothing of the content: no client's code, no title.
 */
export const filePurposes = {
  'backup-folder': { dialog: 'folder', extension: null, availableIn: whenOpen },
  'backup-file': { dialog: 'open', extension: 'attunebackup', availableIn: beforeAndAfter },
  archive: { dialog: 'save', extension: 'age', availableIn: whenOpen },
  'client-export': { dialog: 'save', extension: 'json', availableIn: whenOpen },
  'client-archive': { dialog: 'save', extension: 'age', availableIn: whenOpen },
  'client-table': { dialog: 'save', extension: 'csv', availableIn: whenOpen },
  'ratings-folder': { dialog: 'folder', extension: null, availableIn: whenOpen },
  'chart-png': { dialog: 'save', extension: 'png', availableIn: whenOpen },
  'chart-svg': { dialog: 'save', extension: 'svg', availableIn: whenOpen },
  report: { dialog: 'save', extension: 'pdf', availableIn: whenOpen },
  'audit-export': { dialog: 'save', extension: 'csv', availableIn: whenOpen },
  'audit-lines': { dialog: 'save', extension: 'jsonl', availableIn: whenOpen },
  'evidence-export': { dialog: 'save', extension: 'md', availableIn: whenOpen },
  'evidence-ris': { dialog: 'save', extension: 'ris', availableIn: whenOpen },
  'evidence-bibtex': { dialog: 'save', extension: 'bib', availableIn: whenOpen },
  card: { dialog: 'save', extension: 'txt', availableIn: whenOpen },
  reply: { dialog: 'save', extension: 'age', availableIn: whenOpen },
  'received-reply': { dialog: 'open', extension: null, availableIn: whenOpen },
  'received-bundle': { dialog: 'open', extension: null, availableIn: whenOpen },
  bundle: { dialog: 'save', extension: 'age', availableIn: whenOpen },
} as const satisfies Readonly<Record<string, FilePurpose>>

export const filePurposeSchema = z.literal([
  'backup-folder',
  'backup-file',
  'archive',
  'client-export',
  'client-archive',
  'client-table',
  'ratings-folder',
  'chart-png',
  'chart-svg',
  'report',
  'audit-export',
  'audit-lines',
  'evidence-export',
  'evidence-ris',
  'evidence-bibtex',
  'card',
  'reply',
  'received-bundle',
  'received-reply',
  'bundle',
] as const satisfies readonly (keyof typeof filePurposes)[])
export type FilePurposeName = keyof typeof filePurposes

/** 32 random bytes as base64url, in place of a path that only main and the vault process know. */
export const fileTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** A printed page as PDF, up to 200 MB. */
const printedSchema = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length > 0 && value.length <= 200_000_000,
)

/** The message from main to the vault process once the user has chosen. */
export const fileGrantSchema = z.lazy(() =>
  z.strictObject({
    token: fileTokenSchema,
    purpose: filePurposeSchema,
    path: z.string().min(1).max(4_096),
    /** The page as main has printed it, which waits for the operation that writes it. */
    printed: printedSchema.optional(),
  }),
)
export type FileGrant = z.output<typeof fileGrantSchema>

import type { PackDecisions } from '#shared/instruments/packs/index.ts'

/** A file that was read: its name, and its text for the import. */
export interface PackFile {
  /** Identifies the reading, because the same file can be read twice. */
  readonly id: string
  readonly name: string
  readonly text: string
  /** What was decided about it. */
  readonly decisions?: PackDecisions | undefined
}

/** The actions on a stored instrument. */
export const packActions = ['retire', 'offerAgain', 'remove'] as const
export type PackAction = (typeof packActions)[number]

import { z } from 'zod'

/** How long a proof is good for: time enough to choose a file in the system's dialog. */
export const proofGoodForMilliseconds = 5 * 60_000

export const proofSchema = z.uuid()

/**
 * What the page adds to the input of an operation that needs proof: the one-time answer of `keys.prove`. Null only while
 * the vault is locked, where no such operation takes anything out of an open vault.
 */
export interface Proven {
  readonly proof: string | null
}

/** Separates the proof, null if there is none, from the rest of an input, undefined if there is no rest. */
export function splitProof(input: unknown): { readonly proof: string | null; readonly rest: unknown } {
  if (typeof input !== 'object' || input === null || !('proof' in input)) return { proof: null, rest: input }
  const { proof, ...rest } = input
  const parsed = proofSchema.safeParse(proof)
  const isNothing = Object.keys(rest).length === 0
  return { proof: parsed.success ? parsed.data : null, rest: isNothing ? undefined : rest }
}

/**
 * The operations that need proof: they take something out of the vault, bring something back into it, or decide to whom
 * it may go. A list of its own, because `keys.prove` names one of them and is itself part of the contract.
 */
export const provenPaths = [
  'audit.export',
  'backups.chooseFolder',
  'backups.exportArchive',
  'backups.forgetFolder',
  'backups.removeSetAside',
  'backups.restore',
  'contacts.compare',
  'exports.save',
  'reports.save',
  'rights.erase',
  'rights.exportClient',
  'sharing.send',
] as const
export type ProvenPath = (typeof provenPaths)[number]

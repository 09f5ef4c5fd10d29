import { randomUUID } from 'node:crypto'
import { proofGoodForMilliseconds, type ProvenPath } from '#shared/contract/proof.ts'

/**
 * Holds the one proof that is good now: that the passphrase was typed a moment ago, for one run of one operation.
 *
 * `monotonic` gives milliseconds that never decrease, so that no change of the clock makes a proof last longer.
 */
export function createProofs(monotonic: () => number) {
  let given: { readonly proof: string; readonly path: string; readonly until: number } | null = null
  return {
    /** Makes a proof for an operation. An earlier one ends. */
    give: (path: ProvenPath): string => {
      const proof = randomUUID()
      given = { proof, path, until: monotonic() + proofGoodForMilliseconds }
      return proof
    },
    /** Ends the proof, and returns whether it was this one and good for this operation. */
    take: (path: string, proof: string): boolean => {
      const found = given
      given = null
      return found?.proof === proof && found.path === path && monotonic() < found.until
    },
    /** Ends the proof. */
    forget: (): void => {
      given = null
    },
  }
}

export type Proofs = ReturnType<typeof createProofs>

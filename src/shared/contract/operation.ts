import { z } from 'zod'
import type { VaultState } from '../vault-state.ts'

/** The process that serves an operation. */
export type Host = 'app' | 'vault'
/** Whether an operation only reads, or changes something. */
export type OperationKind = 'query' | 'mutation'

/** One operation: the process that serves it, the vault states that allow it, its input and its output. */
export interface Operation<
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
  Where extends Host = Host,
  Kind extends OperationKind = OperationKind,
  NeedsProof extends boolean = boolean,
> {
  readonly host: Where
  readonly kind: Kind
  readonly availableIn: readonly VaultState[]
  /** Whether a read-only vault refuses it. */
  readonly needsWriting: boolean
  /** Whether an open vault serves it only with a fresh proof that the passphrase was typed; see `proof.ts`. */
  readonly needsProof: NeedsProof
  readonly input: In
  readonly output: Out
}

/** Operations by feature and name. */
export type Operations = Readonly<Record<string, Readonly<Record<string, Operation>>>>

/** For operations that must work with and without a key. */
export const always: readonly VaultState[] = ['locked', 'handOver', 'open']
const whenOpen = ['open'] as const satisfies readonly VaultState[]

type Declaration<In extends z.ZodType, Out extends z.ZodType> = {
  input: In
  output: Out
  availableIn?: readonly VaultState[]
  /** A mutation writes to the vault by default; an export, for example, does not. */
  needsWriting?: boolean
}

const declare =
  <Where extends Host, Kind extends OperationKind, NeedsProof extends boolean>(
    host: Where,
    kind: Kind,
    needsProof: NeedsProof,
  ) =>
  <In extends z.ZodType, Out extends z.ZodType>(
    declaration: Declaration<In, Out>,
  ): Operation<In, Out, Where, Kind, NeedsProof> => ({
    availableIn: whenOpen,
    needsWriting: kind === 'mutation',
    ...declaration,
    host,
    kind,
    needsProof,
  })

/** Operations of the vault, allowed by default only while it is open. */
export const vaultQuery = declare('vault', 'query', false)
export const vaultMutation = declare('vault', 'mutation', false)
/** A mutation of the vault named in `proof.ts`: an open vault asks for the passphrase again first. */
export const provenMutation = declare('vault', 'mutation', true)
/** Operations of the main process: window, settings, links. */
export const appQuery = declare('app', 'query', false)
export const appMutation = declare('app', 'mutation', false)

export const nothing = z.undefined()

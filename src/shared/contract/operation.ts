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
> {
  readonly host: Where
  readonly kind: Kind
  readonly availableIn: readonly VaultState[]
  /** Whether a read-only vault refuses it. */
  readonly needsWriting: boolean
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
  <Where extends Host, Kind extends OperationKind>(host: Where, kind: Kind) =>
  <In extends z.ZodType, Out extends z.ZodType>(
    declaration: Declaration<In, Out>,
  ): Operation<In, Out, Where, Kind> => ({
    availableIn: whenOpen,
    needsWriting: kind === 'mutation',
    ...declaration,
    host,
    kind,
  })

/** Operations of the vault, allowed by default only while it is open. */
export const vaultQuery = declare('vault', 'query')
export const vaultMutation = declare('vault', 'mutation')
/** Operations of the main process: window, settings, links. */
export const appQuery = declare('app', 'query')
export const appMutation = declare('app', 'mutation')

export const nothing = z.undefined()

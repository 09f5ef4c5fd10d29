import { z } from 'zod'
import type { VaultState } from '../vault-state.ts'

/** Who serves an operation: the main process or the vault process. */
export type Host = 'app' | 'vault'
/** Whether an operation only looks, or changes something. */
export type OperationKind = 'query' | 'mutation'

/** One request with its answer: who serves it, in which vault states, what goes in and what comes out. */
export interface Operation<
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
  Where extends Host = Host,
  Kind extends OperationKind = OperationKind,
> {
  readonly host: Where
  readonly kind: Kind
  readonly availableIn: readonly VaultState[]
  /** Whether it is refused while the vault can only be read. */
  readonly needsWriting: boolean
  readonly input: In
  readonly output: Out
}

/** Operations by feature and name. */
export type Operations = Readonly<Record<string, Readonly<Record<string, Operation>>>>

/** For what must be answered whether or not there is a key. */
export const always: readonly VaultState[] = ['locked', 'handOver', 'open']
const whenOpen = ['open'] as const satisfies readonly VaultState[]

type Declaration<In extends z.ZodType, Out extends z.ZodType> = {
  input: In
  output: Out
  availableIn?: readonly VaultState[]
  /** A mutation writes to the vault unless it says otherwise, as an export does. */
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

/** Operations of the vault; open only unless they say otherwise. */
export const vaultQuery = declare('vault', 'query')
export const vaultMutation = declare('vault', 'mutation')
/** Operations of the main process: window, settings, links. */
export const appQuery = declare('app', 'query')
export const appMutation = declare('app', 'mutation')

export const nothing = z.undefined()

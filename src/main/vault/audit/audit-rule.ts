import type { AuditEvent } from '#shared/audit/audit-entry.ts'
import type { Contract, Handlers } from '#shared/contract/contract.ts'
import type { AuditLookup } from './audit-lookup.ts'

/**
 * Which audit entries an operation writes.
 *
 * `change` runs before the operation, to see the old state; the function it returns runs after it. Its entries are
 * written in the operation's own transaction. `event` is for operations that can't be one transaction: it is logged
 * once they are over, so it must not stand for a change of the database. `view` is for operations that only read.
 * `byItself` says why the operation writes its own entry, and `notAudited` why there is none.
 */
export type AuditRule<Input, Output> =
  | { readonly change: (input: Input, lookup: AuditLookup) => (output: Output) => readonly AuditEvent[] }
  | {
      readonly event: (input: Input, output: Output) => readonly AuditEvent[]
      readonly refused?: (input: Input, cause: unknown) => readonly AuditEvent[]
    }
  | { readonly view: (input: Input, output: Output, lookup: AuditLookup) => AuditEvent | null }
  | {
      readonly byItself: string
      readonly refused?: (input: Input, cause: unknown) => readonly AuditEvent[]
    }
  | { readonly notAudited: string }

type RuleOf<Handler> = Handler extends (input: infer Input) => infer Output
  ? AuditRule<Input, Awaited<Output>>
  : never

type Served = Handlers<'vault'>

type MutationOf<F extends keyof Served> = {
  [K in keyof Contract[F]]: Contract[F][K] extends { readonly kind: 'mutation' } ? K : never
}[keyof Contract[F]]

/** The types require a rule for every operation that changes something. Queries may have one. */
export type AuditRules = {
  readonly [F in keyof Served]: {
    readonly [K in MutationOf<F> & keyof Served[F]]: RuleOf<Served[F][K]>
  } & {
    readonly [K in Exclude<keyof Served[F], MutationOf<F>>]?: RuleOf<Served[F][K]>
  }
}

/** An entry with a number, if there is anything to count. */
export function counted(kind: AuditEvent['kind'], count: number): AuditEvent[] {
  return count === 0 ? [] : [{ kind, count }]
}

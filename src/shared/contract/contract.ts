import type { z } from 'zod'
import { appContract } from './app-contract.ts'
import type { Host, Operation, OperationKind, Operations } from './operation.ts'
import type { Proven } from './proof.ts'
import { vaultContract } from './vault-contract.ts'

/** All operations that the renderer can call. Client, handlers and router are all derived from this map. */
export const contract = { ...appContract, ...vaultContract } satisfies Operations

export type Contract = typeof contract
export type Feature = keyof Contract
type WithProof<Given> = [Given] extends [undefined] ? Proven : Given & Proven

/** What a client sends: the input, with a proof if the operation needs one. */
export type Input<O extends Operation> = O extends { readonly needsProof: true }
  ? WithProof<z.input<O['input']>>
  : z.input<O['input']>
export type Output<O extends Operation> = z.output<O['output']>

type Arguments<O extends Operation> = undefined extends Input<O> ? [] : [input: Input<O>]

/** The client that the renderer calls: `api.clients.get({ id })`. */
export type Api = {
  readonly [F in Feature]: {
    readonly [K in keyof Contract[F]]: Contract[F][K] extends Operation
      ? (...args: Arguments<Contract[F][K]>) => Promise<Output<Contract[F][K]>>
      : never
  }
}

/** An operation's name as it crosses the process border: `clients.get`. */
export type Path = { [F in Feature]: `${F}.${keyof Contract[F] & string}` }[Feature]

type OperationAt<P extends Path> = P extends `${infer F extends Feature}.${infer Name}`
  ? Name extends keyof Contract[F]
    ? Contract[F][Name]
    : never
  : never

type PathOf<Kind extends OperationKind, Where extends Host> = {
  [P in Path]: OperationAt<P> extends { kind: Kind; host: Where } ? P : never
}[Path]

/** The operations that only read, such as `clients.get`: all, or those of one host. */
export type QueryPath<Where extends Host = Host> = PathOf<'query', Where>
/** The operations that change something, such as `clients.update`: all, or those of one host. */
export type ChangePath<Where extends Host = Host> = PathOf<'mutation', Where>
export type InputAt<P extends Path> = OperationAt<P> extends infer O extends Operation ? Input<O> : never
export type OutputAt<P extends Path> = OperationAt<P> extends infer O extends Operation ? Output<O> : never

/** A handler's result. An operation whose output is `nothing` has a handler that returns nothing. */
type Made<O extends Operation> = [z.input<O['output']>] extends [undefined] ? void : z.input<O['output']>
type HandlerOf<O extends Operation> = (input: z.output<O['input']>) => Made<O> | Promise<Made<O>>

/** A handler for each operation that one host serves, by feature. */
export type Handlers<Where extends Host> = {
  readonly [F in Feature as HasHost<F, Where> extends true ? F : never]: {
    readonly [K in keyof Contract[F]]: Contract[F][K] extends Operation ? HandlerOf<Contract[F][K]> : never
  }
}

type HasHost<F extends Feature, Where extends Host> = Contract[F][keyof Contract[F]] extends { host: Where }
  ? true
  : false

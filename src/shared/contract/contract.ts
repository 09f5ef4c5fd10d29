import type { z } from 'zod'
import { appContract } from './app-contract.ts'
import type { Host, Operation, Operations } from './operation.ts'
import { vaultContract } from './vault-contract.ts'

/** Everything the renderer can ask for. Client, handlers and router all follow from this one map. */
export const contract = { ...appContract, ...vaultContract } satisfies Operations

export type Contract = typeof contract
export type Feature = keyof Contract
export type Input<O extends Operation> = z.input<O['input']>
export type Output<O extends Operation> = z.output<O['output']>

type Arguments<O extends Operation> = undefined extends Input<O> ? [] : [input: Input<O>]

/** What the renderer calls: `api.clients.get({ id })`. */
export type Api = {
  readonly [F in Feature]: {
    readonly [K in keyof Contract[F]]: Contract[F][K] extends Operation
      ? (...args: Arguments<Contract[F][K]>) => Promise<Output<Contract[F][K]>>
      : never
  }
}

type HandlerOf<O extends Operation> = (
  input: z.output<O['input']>,
) => z.input<O['output']> | Promise<z.input<O['output']>>

/** The features that one host serves, with a handler for each of that host's operations. */
export type Handlers<Where extends Host> = {
  readonly [F in Feature as HasHost<F, Where> extends true ? F : never]: {
    readonly [K in keyof Contract[F]]: Contract[F][K] extends Operation ? HandlerOf<Contract[F][K]> : never
  }
}

type HasHost<F extends Feature, Where extends Host> = Contract[F][keyof Contract[F]] extends { host: Where }
  ? true
  : false

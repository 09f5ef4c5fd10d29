import { learnScheme } from '../engine/addresses.ts'
import { Guarded } from './guard.ts'
import { shellState } from './shell-state.ts'

type ProtocolHandler = (request: Request) => Response | Promise<Response>

/** `Protocol`: who answers the addresses of a scheme, for the pages of one session. */
export class Protocol extends Guarded {
  readonly #handlers = new Map<string, ProtocolHandler>()

  constructor() {
    super('protocol')
  }

  /** Makes schemes known; only before the app is ready. All of them behave as standard, secure and fetchable. */
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges?: object }[]): void {
    if (shellState())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme } of schemes) learnScheme(scheme)
  }

  /** Answers every request for a scheme; throws if it is answered already. */
  handle(scheme: string, handler: ProtocolHandler): void {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    learnScheme(scheme)
    this.#handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme)
  }

  /** The handler for an address, looked up by its scheme. */
  handlerFor(url: string): ProtocolHandler | undefined {
    return this.#handlers.get(/^([^:]+):/.exec(url)?.[1] ?? '')
  }
}

import { isKnownScheme, learnScheme } from '../engine/addresses.ts'
import type { PageRequest } from '../engine/requests.ts'
import { GuardedEmitter, guarded, notImplemented } from '../guard.ts'
import type { PermissionHandlers } from './permissions.ts'
import { shellState } from './registry.ts'

type BeforeRequestListener = (details: object, callback: (response: { cancel?: boolean }) => void) => void
type ProtocolHandler = (request: Request) => Response | Promise<Response>
type Privileged = { scheme: string; privileges?: { standard?: boolean; secure?: boolean } }

/** `WebRequest`: lets the app stop requests before they are made. Has only `onBeforeRequest`, without a filter. */
function createWebRequest() {
  let listener: BeforeRequestListener | null = null
  return guarded('WebRequest', {
    /** Sets the one listener; `null` removes it. */
    onBeforeRequest: (given: BeforeRequestListener | null): void => {
      if (given !== null && typeof given !== 'function') throw notImplemented('WebRequest filters')
      listener = given
    },
    /** Asks the listener, if there is one, whether a request may go on; waits until it has answered. */
    allows: async ({ url, method }: PageRequest, webContentsId: number): Promise<boolean> => {
      const asked = listener
      if (!asked) return true
      const details = guarded('OnBeforeRequestListenerDetails', { url, method, webContentsId })
      const response = await new Promise<object>((resolve) => asked(details, resolve))
      const unknown = Object.keys(response).find((name) => name !== 'cancel')
      if (unknown !== undefined) throw notImplemented(`onBeforeRequest response '${unknown}'`)
      return !('cancel' in response && response.cancel)
    },
  })
}

/** `Protocol`: the handlers that answer the addresses of a scheme, for the pages of one session. */
function createProtocol() {
  const handlers = new Map<string, ProtocolHandler>()
  return guarded('Protocol', {
    /** Makes schemes known; only before the app is ready, and only as standard, secure ones. */
    registerSchemesAsPrivileged: (schemes: Privileged[]): void => {
      if (shellState())
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      for (const { scheme, privileges = {} } of schemes) {
        const other = Object.keys(privileges).find((name) => name !== 'standard' && name !== 'secure')
        if (!privileges.standard || !privileges.secure || other)
          throw notImplemented(`schemes that are not standard and secure alone: '${scheme}'`)
        learnScheme(scheme)
      }
    },
    /** Answers every request for a scheme; throws if it is answered already. */
    handle: (scheme: string, handler: ProtocolHandler): void => {
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      if (!isKnownScheme(scheme))
        throw notImplemented(`protocol.handle of '${scheme}', which is not privileged`)
      handlers.set(scheme, handler)
    },
    /** The handler for an address, looked up by its scheme. */
    handlerFor: (url: string): ProtocolHandler | undefined => handlers.get(/^([^:]+):/.exec(url)?.[1] ?? ''),
  })
}

/** `Session`: the handlers of addresses and of permissions of one partition; all of them share Chromium's storage. */
export class Session extends GuardedEmitter {
  readonly protocol = createProtocol()
  readonly webRequest = createWebRequest()
  /** The handlers that decide about permissions. */
  readonly permissionHandlers: PermissionHandlers = { request: null, check: null }

  constructor() {
    // Chromium refuses every download itself, before a listener could be asked.
    super('Session', ['will-download'])
  }

  readonly setPermissionRequestHandler = (handler: PermissionHandlers['request']): void =>
    void (this.permissionHandlers.request = handler)
  readonly setPermissionCheckHandler = (handler: PermissionHandlers['check']): void =>
    void (this.permissionHandlers.check = handler)
  /** Does nothing: a handler could only grant, and pages never get a device. */
  readonly setDevicePermissionHandler = (): void => undefined

  /** Accepts only what the shell does anyway: every request goes to a proxy that doesn't exist. */
  async setProxy(config: { mode?: string; proxyRules?: string }): Promise<void> {
    if (config.mode !== 'fixed_servers' || config.proxyRules !== '127.0.0.1:9')
      throw notImplemented('Session.setProxy but for fixed_servers on 127.0.0.1:9')
  }

  /** The spell checker's dictionaries are never fetched, so switching it off changes nothing. */
  setSpellCheckerEnabled(enabled: boolean): void {
    if (enabled) throw notImplemented('Session.setSpellCheckerEnabled(true)')
  }

  setSpellCheckerLanguages(languages: string[]): void {
    if (languages.length > 0) throw notImplemented('Session.setSpellCheckerLanguages')
  }
}

const byPartition = new Map<string, Session>()

/** The session of a partition, the same object for the same name; the empty name is the default session. */
function fromPartition(partition: string): Session {
  const known = byPartition.get(partition) ?? new Session()
  byPartition.set(partition, known)
  return known
}

/** Electron's `session`. */
export const session = guarded('session', { defaultSession: fromPartition(''), fromPartition })

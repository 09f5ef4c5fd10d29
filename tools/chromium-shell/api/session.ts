import { isKnownScheme, learnScheme } from '../engine/addresses.ts'
import type { Chromium } from '../engine/chromium.ts'
import type { PageRequest } from '../engine/requests.ts'
import { toAppAddress } from '../engine/addresses.ts'
import { GuardedEmitter, guarded, notImplemented } from './guard.ts'
import type { PermissionHandlers } from './permissions.ts'
import { createEvent, livingContents, shellState } from './registry.ts'

type BeforeRequestListener = (details: object, callback: (response: { cancel?: boolean }) => void) => void
type ProtocolHandler = (request: Request) => Response | Promise<Response>
type Privileged = { scheme: string; privileges?: { standard?: boolean; secure?: boolean } }

/** `WebRequest`: lets the app stop requests before they are made. Only `onBeforeRequest` is there, without a filter. */
function createWebRequest() {
  let listener: BeforeRequestListener | null = null
  return guarded('WebRequest', {
    /** Sets the one listener; `null` removes it. */
    onBeforeRequest: (given: BeforeRequestListener | null): void => {
      if (given !== null && typeof given !== 'function') throw notImplemented('WebRequest filters')
      listener = given
    },
    /** Asks the listener, if there is one, whether a request may go on; waits until it has answered. */
    allows: async ({ url, method, referrer }: PageRequest, webContentsId: number): Promise<boolean> => {
      const asked = listener
      if (!asked) return true
      const details = guarded('OnBeforeRequestListenerDetails', { url, method, referrer, webContentsId })
      const response = await new Promise<object>((resolve) => asked(details, resolve))
      const unknown = Object.keys(response).find((name) => name !== 'cancel')
      if (unknown !== undefined) throw notImplemented(`onBeforeRequest response '${unknown}'`)
      return !('cancel' in response && response.cancel)
    },
  })
}

/** `Protocol`: who answers the addresses of a scheme, for the pages of one session. */
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

/** `Session`: what the pages of one partition share: cookies and storage, handlers of addresses and of permissions. */
export class Session extends GuardedEmitter {
  readonly protocol = createProtocol()
  readonly webRequest = createWebRequest()
  /** The handlers that decide about permissions. */
  readonly permissionHandlers: PermissionHandlers = { request: null, check: null }
  readonly #isDefault: boolean
  #context: Promise<string | undefined> | undefined

  constructor(partition: string) {
    super('Session', ['will-download'])
    this.#isDefault = partition === ''
  }

  setPermissionRequestHandler(handler: PermissionHandlers['request']): void {
    this.permissionHandlers.request = handler
  }

  setPermissionCheckHandler(handler: PermissionHandlers['check']): void {
    this.permissionHandlers.check = handler
  }

  /** The handler is never asked: the shell has no way to choose a device, so none is ever handed out. */
  setDevicePermissionHandler(_handler: ((details: object) => boolean) | null): void {
    // Nothing to keep: it can only ever grant, and there is nothing to grant.
  }

  /** Only what the shell does anyway: every request goes to a proxy that isn't there. */
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

  /** Chromium's context for this session, made at first use; none for the default session or where windows are shown. */
  browserContext(chromium: Chromium): Promise<string | undefined> {
    this.#context ??= this.#createContext(chromium)
    return this.#context
  }

  async #createContext({ browser, headless }: Chromium): Promise<string | undefined> {
    // Windows without an address bar can be had in Chromium's default context only.
    const isShared = this.#isDefault || !headless
    const context = isShared ? undefined : await browser.send('Target.createBrowserContext', {})
    const browserContextId = context?.browserContextId
    const where = browserContextId === undefined ? {} : { browserContextId }
    await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true, ...where })
    browser.on('Browser.downloadWillBegin', ({ frameId, url, suggestedFilename }) => {
      const contents = [...livingContents.values()].find(
        ({ devToolsTargetId }) => devToolsTargetId === frameId,
      )
      if (contents?.session === this) this.#announceDownload(toAppAddress(url), suggestedFilename, contents)
    })
    return browserContextId
  }

  /** Tells the app of a download. Chromium refuses them all: the item is there to be looked at or cancelled. */
  #announceDownload(url: string, filename: string, contents: object): void {
    const members = { getURL: () => url, getFilename: () => filename, cancel: () => undefined }
    this.emit('will-download', createEvent(), guarded('DownloadItem', members), contents)
  }
}

const byPartition = new Map<string, Session>()

/** The session of a partition, the same object for the same name; the empty name is the default session. */
function fromPartition(partition: string): Session {
  const known = byPartition.get(partition) ?? new Session(partition)
  byPartition.set(partition, known)
  return known
}

/** Electron's `session`. */
export const session = guarded('session', { defaultSession: fromPartition(''), fromPartition })

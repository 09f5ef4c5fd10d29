import type { Chromium } from '../engine/chromium.ts'
import { createEvent } from './event.ts'
import { Guarded, GuardedEmitter, guarded, notImplemented } from './guard.ts'
import type { PermissionHandlers } from './permissions.ts'
import { Protocol } from './protocol.ts'
import { livingContents } from './registry.ts'
import { WebRequest } from './web-request.ts'

/** `Session`: what the pages of one partition share: cookies and storage, handlers of addresses and of permissions. */
export class Session extends GuardedEmitter {
  readonly protocol = new Protocol()
  readonly webRequest = new WebRequest()
  readonly #partition: string
  readonly #permissions: PermissionHandlers = { request: undefined, check: undefined }
  #context: Promise<string | undefined> | undefined

  constructor(partition: string) {
    super('Session', ['will-download', 'preconnect', 'spellcheck-dictionary-download-begin'])
    this.#partition = partition
  }

  get storagePath(): string | null {
    return null
  }

  /** Never: the profile is a temporary folder, or memory, even for a partition called `persist:`. */
  isPersistent(): boolean {
    return false
  }

  setPermissionRequestHandler(handler: PermissionHandlers['request'] | null): void {
    this.#permissions.request = handler ?? undefined
  }

  setPermissionCheckHandler(handler: PermissionHandlers['check'] | null): void {
    this.#permissions.check = handler ?? undefined
  }

  /** Kept for completeness: the shell has no way to choose a device, so none is ever handed out. */
  setDevicePermissionHandler(_handler: ((details: object) => boolean) | null): void {
    // Nothing to keep: it can only ever grant, and there is nothing to grant.
  }

  setDisplayMediaRequestHandler(handler: unknown): void {
    if (handler !== null) throw notImplemented('Session.setDisplayMediaRequestHandler')
  }

  /** Only what the shell does anyway: every request goes to a proxy that isn't there. */
  async setProxy(config: { mode?: string; proxyRules?: string }): Promise<void> {
    if (config.mode !== 'fixed_servers' || config.proxyRules !== '127.0.0.1:9')
      throw notImplemented('Session.setProxy but for fixed_servers on 127.0.0.1:9')
    await Promise.resolve()
  }

  /** The spell checker's dictionaries are never fetched, so switching it off changes nothing. */
  setSpellCheckerEnabled(enabled: boolean): void {
    if (enabled) throw notImplemented('Session.setSpellCheckerEnabled(true)')
  }

  setSpellCheckerLanguages(languages: string[]): void {
    if (languages.length > 0) throw notImplemented('Session.setSpellCheckerLanguages')
  }

  async clearCache(): Promise<void> {
    await this.#clear('cache_storage,shader_cache')
  }

  async clearStorageData(): Promise<void> {
    await this.#clear('all')
  }

  async clearData(): Promise<void> {
    await this.#clear('all')
  }

  /** The handlers that decide about permissions. */
  get permissionHandlers(): PermissionHandlers {
    return this.#permissions
  }

  /** Chromium's context for this session, made at first use; none for the default session or where windows are shown. */
  browserContext(chromium: Chromium): Promise<string | undefined> {
    this.#context ??= this.#createContext(chromium)
    return this.#context
  }

  async #createContext({ browser, headless }: Chromium): Promise<string | undefined> {
    // Windows without an address bar can be had in Chromium's default context only.
    const isDefault = this.#partition === '' || !headless
    const context = isDefault ? undefined : await browser.send('Target.createBrowserContext', {})
    const browserContextId = context?.browserContextId
    await browser.send('Browser.setDownloadBehavior', {
      behavior: 'deny',
      eventsEnabled: true,
      ...(browserContextId === undefined ? {} : { browserContextId }),
    })
    return browserContextId
  }

  async #clear(storageTypes: string): Promise<void> {
    const sharing = [...livingContents.values()].filter((contents) => contents.session === this)
    await Promise.all(sharing.map((contents) => contents.clearStorage(storageTypes)))
  }

  /** Tells the app of a download. The shell downloads nothing: the item is there to be looked at or cancelled. */
  announceDownload(url: string, filename: string, contents: object): void {
    const item = guarded('DownloadItem', {
      getURL: () => url,
      getFilename: () => filename,
      getState: () => 'cancelled',
      cancel: () => undefined,
    })
    this.emit('will-download', createEvent(), item, contents)
  }
}

class Sessions extends Guarded {
  readonly #byPartition = new Map<string, Session>()

  constructor() {
    super('session')
  }

  get defaultSession(): Session {
    return this.fromPartition('')
  }

  /** The session of a partition, the same object for the same name; the empty name is the default session. */
  fromPartition(partition: string): Session {
    const known = this.#byPartition.get(partition)
    if (known) return known
    const session = new Session(partition)
    this.#byPartition.set(partition, session)
    return session
  }
}

/** Electron's `session`. */
export const session = new Sessions()

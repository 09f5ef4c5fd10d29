import { toPageAddress } from '../engine/addresses.ts'
import type { Page } from '../engine/page.ts'
import type { PageRequest, RequestPolicy } from '../engine/requests.ts'
import { GuardedEmitter, guarded } from './guard.ts'
import { decidePermissions } from './permissions.ts'
import { createEvent, shellState } from './registry.ts'
import type { WebContents } from './web-contents.ts'

/** `WebFrameMain`: the main frame of a page. There is no object for frames within it. */
export class WebFrameMain extends GuardedEmitter {
  readonly #page: Page

  constructor(page: Page) {
    super('WebFrameMain', [])
    this.#page = page
  }

  /** The frame's address as the app knows it, `app://...`. */
  get url(): string {
    return this.#page.url
  }
}

const codes: Record<string, number> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_PROXY_CONNECTION_FAILED: -130,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302,
  ERR_EMPTY_RESPONSE: -324,
}

/** The error `loadURL` rejects with: `code`, `errno` and `url` set, worded `ERR_NAME (number) loading 'address'`. */
export class LoadError extends Error {
  readonly code: string
  readonly errno: number
  readonly url: string

  constructor(reason: string, url: string) {
    const named = /ERR_[A-Z_]+/.exec(reason)?.[0] ?? ''
    const code = named in codes ? named : 'ERR_FAILED'
    const errno = codes[code] ?? -2
    super(`${code} (${errno}) loading '${url}'`)
    this.code = code
    this.errno = errno
    this.url = url
  }
}

/** An address in the form that requests have it in, without the part that requests don't have. */
export function requestAddress(url: string): string {
  return (URL.canParse(url) ? new URL(url).href : url).replace(/#.*$/, '')
}

/** Decides about the requests of a page as Electron does: navigation events first, then `webRequest`, then the handlers. */
export function createRequestPolicy(options: {
  contents: WebContents
  page: Page
  /** Whether the app asked for this load itself, so that nobody has to be asked. */
  takePlan: (url: string) => boolean
}): RequestPolicy {
  const { contents, page, takePlan } = options

  const emit = (name: string, { url }: PageRequest, isMainFrame: boolean): boolean => {
    const event = createEvent({ url, isSameDocument: false, isMainFrame })
    contents.emit(name, guarded(`${name} event`, event), url, false, isMainFrame, 0, 0)
    return !event.defaultPrevented
  }

  const allowsNavigation = (request: PageRequest): boolean => {
    const isMainFrame = request.frameId === page.targetId
    if (request.isRedirect) return emit('will-redirect', request, isMainFrame)
    if (isMainFrame && takePlan(request.url)) return true
    return (
      emit('will-frame-navigate', request, isMainFrame) &&
      (!isMainFrame || emit('will-navigate', request, isMainFrame))
    )
  }

  return {
    allowsNavigation,
    allows: (request) => contents.session.webRequest.allows(request, contents.id),
    handlerFor: (url) => contents.session.protocol.handlerFor(url),
    beforeDocument: async (url) => {
      const state = shellState()
      if (!state) return
      await decidePermissions({
        browser: state.chromium.browser,
        browserContextId: page.browserContextId,
        pageAddress: toPageAddress(url),
        appAddress: url,
        contents,
        handlers: contents.session.permissionHandlers,
      })
    },
  }
}

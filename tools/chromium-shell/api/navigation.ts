import type { Page } from '../engine/page.ts'
import type { PageRequest, RequestPolicy } from '../engine/requests.ts'
import { toPageAddress } from '../engine/addresses.ts'
import { createEvent } from './event.ts'
import { decidePermissions } from './permissions.ts'
import { shellState } from './shell-state.ts'
import type { WebContents } from './web-contents.ts'
import type { WebFrameMain } from './web-frame-main.ts'

/** Tells planned loads, which the app asked for itself, from those the page or its user starts. */
export class PlannedLoads {
  readonly #addresses: string[] = []

  add(url: string): void {
    this.#addresses.push(withoutFragment(url))
  }

  /** Whether this load was planned; each plan is good for one load. */
  take(url: string): boolean {
    const index = this.#addresses.indexOf(withoutFragment(url))
    if (index >= 0) this.#addresses.splice(index, 1)
    return index >= 0
  }

  clear(): void {
    this.#addresses.length = 0
  }
}

/** Decides about the requests of a page as Electron does: navigation events first, then `webRequest`, then the handlers. */
export function createRequestPolicy(options: {
  contents: WebContents
  page: Page
  planned: PlannedLoads
  frameOf: (frameId: string) => WebFrameMain | null
}): RequestPolicy {
  const { contents, page, planned, frameOf } = options
  const isMainFrame = (request: PageRequest) => request.frameId === page.frames.main.id

  const emit = (name: string, request: PageRequest): boolean => {
    const { url } = request
    const details = {
      url,
      isSameDocument: false,
      isMainFrame: isMainFrame(request),
      frame: frameOf(request.frameId),
    }
    const event = createEvent({ ...details, initiator: frameOf(request.frameId) })
    contents.emit(name, event, url, false, details.isMainFrame, 0, 0)
    return !event.defaultPrevented
  }

  const allowsNavigation = (request: PageRequest): boolean => {
    const isMain = isMainFrame(request)
    if (request.isRedirect) return emit('will-redirect', request)
    if (!(isMain && planned.take(request.url))) {
      if (!emit('will-frame-navigate', request)) return false
      if (isMain && !emit('will-navigate', request)) return false
    }
    emit('did-start-navigation', request)
    return true
  }

  return {
    allowsNavigation,
    beforeRequest: (request) =>
      contents.session.webRequest.beforeRequest(request, isMainFrame(request), {
        webContentsId: contents.id,
        webContents: contents,
        frame: frameOf(request.frameId),
      }),
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

function withoutFragment(url: string): string {
  return (URL.canParse(url) ? new URL(url).href : url).replace(/#.*$/, '')
}

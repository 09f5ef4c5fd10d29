import type { Page } from '../engine/page.ts'
import type { PageRequest, RequestPolicy } from '../engine/requests.ts'
import { type GuardedEmitter, guarded } from '../guard.ts'
import { decidePermissions } from './permissions.ts'
import { createEvent, shellState } from './registry.ts'
import type { Session } from './session.ts'

const codes: Record<string, number> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_PROXY_CONNECTION_FAILED: -130,
  ERR_UNKNOWN_URL_SCHEME: -302,
}

/** The error `loadURL` rejects with: `code`, `errno` and `url` set, worded `ERR_NAME (number) loading 'address'`. */
export function loadError(reason: string, url: string): Error & { code: string; errno: number; url: string } {
  const named = /ERR_[A-Z_]+/.exec(reason)?.[0] ?? ''
  const code = named in codes ? named : 'ERR_FAILED'
  const errno = codes[code] ?? -2
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url })
}

/** An address as a request has it, without its fragment. */
export function requestAddress(url: string): string {
  return (URL.canParse(url) ? new URL(url).href : url).replace(/#.*$/, '')
}

/** Decides about the requests of a page as Electron does: navigation events first, then `webRequest`, then the handlers. */
export function createRequestPolicy(options: {
  contents: GuardedEmitter & { readonly id: number; readonly session: Session }
  page: Page
  /** Whether the app requested this load itself, so that no listener must be asked. */
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
        appAddress: url,
        contents,
        handlers: contents.session.permissionHandlers,
      })
    },
  }
}

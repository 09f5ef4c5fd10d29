import type { CdpSession } from './cdp.ts'
import type { Chromium } from './chromium.ts'
import type { Protocol } from './protocol.ts'

/** A page of Chromium's, attached and held before its first line runs. */
export type HeldTarget = {
  session: CdpSession
  targetId: string
  browserContextId: string | undefined
}

/** Decides about a page that a page opened: true if it was taken, false to have it closed unseen. */
export type PopupTaker = (target: HeldTarget, openerTargetId: string | undefined) => Promise<boolean>

/** Opens pages and hears of those that pages open themselves. */
export type Targets = {
  open: (options: { browserContextId?: string; width: number; height: number }) => Promise<HeldTarget>
  /** Calls back once when the page is gone, whoever closed it. */
  whenGone: (targetId: string, listener: () => void) => void
}

/** Attaches to every new page before it loads anything; a page that nobody takes is closed unseen. */
export async function watchTargets(chromium: Chromium, takePopup: PopupTaker): Promise<Targets> {
  const { browser, connection, headless } = chromium
  const waiting: ((target: HeldTarget) => void)[] = []
  const goneListeners = new Map<string, () => void>()
  let opening: Promise<unknown> = Promise.resolve()

  const take = (sessionId: string, info: Protocol.Target.TargetInfo): void => {
    const { targetId, browserContextId } = info
    const target = { session: connection.session(sessionId), targetId, browserContextId }
    // Windows are opened one at a time, so a page without an opener is the one that is waited for.
    const claim = info.openerId === undefined ? waiting.shift() : undefined
    if (claim) {
      claim(target)
      return
    }
    takePopup(target, info.openerId)
      .catch((cause: unknown) => console.error('[chromium-shell] deciding about a new window:', cause))
      .then((taken) => taken || browser.post('Target.closeTarget', { targetId }))
      .catch(() => undefined)
  }

  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }) => {
    if (targetInfo.type === 'page') take(sessionId, targetInfo)
    else if (waitingForDebugger) connection.session(sessionId).post('Runtime.runIfWaitingForDebugger')
  })
  browser.on('Target.detachedFromTarget', ({ sessionId }) => connection.forget(sessionId))
  browser.on('Target.targetDestroyed', ({ targetId }) => {
    goneListeners.get(targetId)?.()
    goneListeners.delete(targetId)
  })
  await browser.send('Target.setDiscoverTargets', { discover: true })
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  })

  const openOne = async (options: {
    browserContextId?: string
    width: number
    height: number
  }): Promise<HeldTarget> => {
    const arrived = new Promise<HeldTarget>((resolve) => waiting.push(resolve))
    if (headless)
      await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true, ...options })
    else chromium.openAppWindow('http://window.chromium-shell.localhost/')
    return arrived
  }
  return {
    open: (options) => {
      const opened = opening.then(() => openOne(options))
      opening = opened.catch(() => undefined)
      return opened
    },
    whenGone: (targetId, listener) => void goneListeners.set(targetId, listener),
  }
}

import type { CdpSession } from './cdp.ts'
import type { Chromium } from './chromium.ts'
import type { Protocol } from './protocol.ts'
import { placeholderAddress } from './requests.ts'

/** A page of Chromium's, attached and held before its first line runs. */
export type HeldTarget = {
  session: CdpSession
  targetId: string
  browserContextId: string | undefined
  /** Whether the page first loads the empty document that a window without an address bar has to be opened with. */
  startsWithPlaceholder: boolean
}

/** Decides about a page that a page opened: true if it was taken, false to have it closed unseen. */
export type PopupTaker = (target: HeldTarget, openerTargetId: string | undefined) => Promise<boolean>

/** The size a window starts with, and the context it lives in. */
export type WindowWish = { browserContextId?: string; width: number; height: number }

/** Opens pages and hears of those that pages open themselves. */
export type Targets = {
  open: (options: WindowWish) => Promise<HeldTarget>
  /** Calls back once when the page is gone, whoever closed it. */
  whenGone: (targetId: string, listener: () => void) => void
}

type Waiting = { targetId: string | undefined; claim: (target: HeldTarget) => void }

/** Attaches to every new page before it loads anything; a page that nobody takes is closed unseen. */
export async function watchTargets(chromium: Chromium, takePopup: PopupTaker): Promise<Targets> {
  const { browser, connection, headless } = chromium
  const unclaimed = new Map<string, HeldTarget>()
  const goneListeners = new Map<string, () => void>()
  let waiting: Waiting | undefined
  let opening: Promise<unknown> = Promise.resolve()

  const refuse = ({ session, targetId }: HeldTarget): void => {
    // Held back, it would hold back its opener too, so it is let go with every request of it stopped, and closed.
    session.post('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    session.post('Runtime.runIfWaitingForDebugger')
    browser.post('Target.closeTarget', { targetId })
  }
  const decide = async (target: HeldTarget, openerId: string | undefined): Promise<void> => {
    const taken = await takePopup(target, openerId).catch((cause: unknown) => {
      console.error('[chromium-shell] deciding about a new window:', cause)
      return false
    })
    if (!taken) refuse(target)
  }
  /** Hands a page to the window that waits for it: windows are opened one at a time. */
  const match = (): void => {
    if (!waiting) return
    const [target] = waiting.targetId === undefined ? unclaimed.values() : [unclaimed.get(waiting.targetId)]
    if (!target) return
    unclaimed.delete(target.targetId)
    waiting.claim({ ...target, startsWithPlaceholder: !headless })
    waiting = undefined
  }
  const onPage = (target: HeldTarget, { openerId, url }: Protocol.Target.TargetInfo): void => {
    // Parts of Chromium's own interface are pages too; they are let be.
    if (url.startsWith('chrome:')) return target.session.post('Runtime.runIfWaitingForDebugger')
    if (openerId !== undefined || !waiting) return void decide(target, openerId)
    unclaimed.set(target.targetId, target)
    match()
  }

  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }) => {
    const session = connection.session(sessionId)
    const { type, targetId, browserContextId } = targetInfo
    if (type === 'page')
      onPage({ session, targetId, browserContextId, startsWithPlaceholder: false }, targetInfo)
    else if (waitingForDebugger) session.post('Runtime.runIfWaitingForDebugger')
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

  const openOne = async (options: WindowWish): Promise<HeldTarget> => {
    const arrived = new Promise<HeldTarget>((claim) => {
      waiting = { targetId: headless ? 'not known yet' : undefined, claim }
    })
    if (headless) {
      const { targetId } = await browser.send('Target.createTarget', {
        url: 'about:blank',
        newWindow: true,
        ...options,
      })
      if (waiting) waiting.targetId = targetId
      match()
    } else chromium.openAppWindow(placeholderAddress)
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

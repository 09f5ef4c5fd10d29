import type { CdpSession } from './cdp.ts'
import type { Chromium } from './chromium.ts'
import { placeholderAddress } from './requests.ts'

/** A page of Chromium, attached and paused before its first script runs. */
export type HeldTarget = {
  session: CdpSession
  targetId: string
  /** Whether the page first loads the empty document of a new window without an address bar. */
  startsWithPlaceholder: boolean
}

/** Opens pages. Those that pages open themselves are closed before they load anything. */
export type Targets = {
  open: (size: { width: number; height: number }) => Promise<HeldTarget>
  /** Calls the listener once when the page has closed, for whatever reason. */
  whenGone: (targetId: string, listener: () => void) => void
}

/** Attaches to every new page before it loads anything; closes a page that no window waits for. */
export async function watchTargets(chromium: Chromium): Promise<Targets> {
  const { browser, connection, headless, openAppWindow } = chromium
  const unclaimed = new Map<string, HeldTarget>()
  const goneListeners = new Map<string, () => void>()
  let waiting: { targetId: string | undefined; claim: (target: HeldTarget) => void } | undefined
  let opening: Promise<unknown> = Promise.resolve()

  /** Gives a page to the window that waits for it: windows open one at a time. */
  const match = (): void => {
    if (!waiting) return
    const [target] = waiting.targetId === undefined ? unclaimed.values() : [unclaimed.get(waiting.targetId)]
    if (!target) return
    unclaimed.delete(target.targetId)
    waiting.claim(target)
    waiting = undefined
  }
  const refuse = (session: CdpSession, targetId: string): void => {
    // A paused page would pause its opener too, so it runs with all its requests stopped, and is closed.
    session.post('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    session.post('Runtime.runIfWaitingForDebugger')
    browser.post('Target.closeTarget', { targetId })
  }

  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }) => {
    const session = connection.session(sessionId)
    const { type, targetId, openerId, url } = targetInfo
    // Leaves workers and Chromium's own interface alone.
    if (type !== 'page' || url.startsWith('chrome:')) {
      if (waitingForDebugger) session.post('Runtime.runIfWaitingForDebugger')
    } else if (openerId !== undefined || !waiting) refuse(session, targetId)
    else {
      unclaimed.set(targetId, { session, targetId, startsWithPlaceholder: !headless })
      match()
    }
  })
  browser.on('Target.targetDestroyed', ({ targetId }) => {
    goneListeners.get(targetId)?.()
    goneListeners.delete(targetId)
  })
  await browser.send('Browser.setDownloadBehavior', { behavior: 'deny' })
  await browser.send('Target.setDiscoverTargets', { discover: true })
  const attaching = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }
  await browser.send('Target.setAutoAttach', attaching)

  const openOne: Targets['open'] = async (size) => {
    const arrived = new Promise<HeldTarget>((claim) => {
      waiting = { targetId: headless ? 'not known yet' : undefined, claim }
    })
    if (headless) {
      const wanted = { url: 'about:blank', newWindow: true, ...size }
      const created = await browser.send('Target.createTarget', wanted)
      if (waiting) waiting.targetId = created.targetId
      match()
    } else openAppWindow(placeholderAddress)
    return arrived
  }
  return {
    open: (size) => {
      const opened = opening.then(() => openOne(size))
      opening = opened.catch(() => undefined)
      return opened
    },
    whenGone: (targetId, listener) => void goneListeners.set(targetId, listener),
  }
}

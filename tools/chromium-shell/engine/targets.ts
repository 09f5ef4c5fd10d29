import type { CdpSession } from './cdp.ts'
import type { Chromium } from './chromium.ts'
import { placeholderAddress } from './requests.ts'

/** A page of Chromium's, attached and held before its first line runs. */
export type HeldTarget = {
  session: CdpSession
  targetId: string
  /** Whether the page first loads the empty document that a window without an address bar has to be opened with. */
  startsWithPlaceholder: boolean
}

/** Opens pages. Those that pages open themselves are closed before they load anything. */
export type Targets = {
  open: (size: { width: number; height: number }) => Promise<HeldTarget>
  /** Calls back once when the page is gone, whatever closed it. */
  whenGone: (targetId: string, listener: () => void) => void
}

/** Attaches to every new page before it loads anything; a page that no window waits for is closed unseen. */
export async function watchTargets({
  browser,
  connection,
  headless,
  openAppWindow,
}: Chromium): Promise<Targets> {
  const unclaimed = new Map<string, HeldTarget>()
  const goneListeners = new Map<string, () => void>()
  let waiting: { targetId: string | undefined; claim: (target: HeldTarget) => void } | undefined
  let opening: Promise<unknown> = Promise.resolve()

  /** Hands a page to the window that waits for it: windows are opened one at a time. */
  const match = (): void => {
    if (!waiting) return
    const [target] = waiting.targetId === undefined ? unclaimed.values() : [unclaimed.get(waiting.targetId)]
    if (!target) return
    unclaimed.delete(target.targetId)
    waiting.claim(target)
    waiting = undefined
  }
  const refuse = (session: CdpSession, targetId: string): void => {
    // Held back, it would hold back its opener too, so it is let go with every request of it stopped, and closed.
    session.post('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    session.post('Runtime.runIfWaitingForDebugger')
    browser.post('Target.closeTarget', { targetId })
  }

  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }) => {
    const session = connection.session(sessionId)
    const { type, targetId, openerId, url } = targetInfo
    // Workers, and parts of Chromium's own interface, are let be.
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
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  })

  const openOne: Targets['open'] = async (size) => {
    const arrived = new Promise<HeldTarget>((claim) => {
      waiting = { targetId: headless ? 'not known yet' : undefined, claim }
    })
    if (headless) {
      const created = await browser.send('Target.createTarget', {
        url: 'about:blank',
        newWindow: true,
        ...size,
      })
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

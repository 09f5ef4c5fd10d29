import { toAppAddress } from '../engine/addresses.ts'
import type { Protocol } from '../engine/protocol.ts'
import type { HeldTarget } from '../engine/targets.ts'
import { BrowserWindow } from './browser-window.ts'
import { livingContents, announcements } from './registry.ts'
import type { WebContents } from './web-contents.ts'

type Wish = { contents: WebContents; details: Protocol.Page.windowOpenPayload }

// Chromium lists what a window would have anyway beside what the page asked for.
const addedByChromium = new Set('menubar toolbar status scrollbars resizable noopener noreferrer'.split(' '))

const wishes: Wish[] = []
let onWish: (() => void) | undefined

/** Starts to note which page asked for a window, because Chromium tells of the window and of the wish apart. */
export function watchWindowWishes(): void {
  announcements.on('contents-created', (contents) => {
    contents.opened.then(
      (page) =>
        page.on('window-open', (details) => {
          wishes.push({ contents, details })
          onWish?.()
        }),
      () => undefined,
    )
  })
}

/**
 * Decides about a window that a page opened: the opener's handler is asked, and without one the window is allowed, as
 * Electron does. A window whose opener can't be told is never allowed.
 */
export async function takePopup(target: HeldTarget, openerTargetId: string | undefined): Promise<boolean> {
  const wish = await nextWish(openerTargetId)
  if (!wish) return false
  const { contents, details } = wish
  const url = toAppAddress(details.url)
  const features = details.windowFeatures.filter((feature) => !addedByChromium.has(feature))
  const answer = contents.windowOpenHandler?.({
    url,
    frameName: details.windowName === '_blank' ? '' : details.windowName,
    features: features.join(','),
    disposition: features.length > 0 ? 'new-window' : 'foreground-tab',
    referrer: { url: '', policy: 'strict-origin-when-cross-origin' },
    postBody: undefined,
  }) ?? { action: 'allow' }
  if (answer.action !== 'allow') return false
  const inherited = contents.getLastWebPreferences()
  const window = new BrowserWindow(
    { webPreferences: inherited, ...answer.overrideBrowserWindowOptions },
    target,
  )
  contents.emit('did-create-window', window, { url, frameName: details.windowName })
  return true
}

async function nextWish(openerTargetId: string | undefined): Promise<Wish | undefined> {
  const isTheirs = ({ contents }: Wish) =>
    openerTargetId === undefined || contents.devToolsTargetId === openerTargetId
  const take = () => {
    const index = wishes.findIndex(isTheirs)
    return index < 0 ? undefined : wishes.splice(index, 1)[0]
  }
  if (
    openerTargetId !== undefined &&
    ![...livingContents.values()].some((contents) => contents.devToolsTargetId === openerTargetId)
  )
    return undefined
  return (
    take() ??
    new Promise((resolve) => {
      const finish = (wish: Wish | undefined) => {
        clearTimeout(patience)
        onWish = undefined
        resolve(wish)
      }
      const patience = setTimeout(() => finish(undefined), 1000)
      onWish = () => {
        const wish = take()
        if (wish) finish(wish)
      }
    })
  )
}

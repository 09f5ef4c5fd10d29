import { BrowserWindow, screen, type Session } from 'electron'
import { startHint } from '#shared/contract/start-hint.ts'
import { appOrigin } from './app-protocol.ts'
import type { WindowState } from '../settings/settings-store.ts'

export interface WindowOptions {
  readonly session: Session
  readonly preload: string
  readonly remembered: WindowState | null
  readonly allowsDevTools: boolean
  readonly hidesFromCapture: boolean
  readonly isDark: boolean
  /** How much larger than usual the page is. */
  readonly zoomFactor: number
  readonly platform: NodeJS.Platform
  /** Whether the page may show its passphrase field before the vault has answered. */
  readonly awaitsPassphrase: boolean
  readonly onState: (state: WindowState) => void
}

/** The paper of each theme (`tokens.css`), for the moments in which no page is there: the start and every lock. */
const paper = { light: '#faf9f6', dark: '#14171a' }
const smallest = { width: 760, height: 560 }
const usual = { width: 1280, height: 800 }
/** A window appears after this long at the latest, however its page fails. */
const longestHiddenMilliseconds = 2_000

/** Creates every window of the app: sandboxed, isolated, without Node, without a spellchecker that fetches. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const bounds = visibleBounds(options.remembered)
  const window = new BrowserWindow({
    ...(bounds ?? usual),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Attune',
    show: false,
    backgroundColor: options.isDark ? paper.dark : paper.light,
    webPreferences: {
      session: options.session,
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: options.allowsDevTools,
      zoomFactor: options.zoomFactor,
    },
  })
  hideFromCapture(window, options.hidesFromCapture, options.platform)
  onceReady(window, options.platform, () => {
    // Maximizing shows a window, so it must wait for the page too.
    if (options.remembered?.isMaximized) window.maximize()
    window.show()
    rememberState(window, options.onState)
  })
  // `did-fail-load` shows the window. A load that a reload overtakes fails too and means nothing.
  const hint = options.awaitsPassphrase ? `?${startHint}` : ''
  window.loadURL(`${appOrigin}/index.html${hint}`).catch(() => undefined)
  return window
}

/** Keeps a window out of screenshots, recordings and shared screens, or no longer. Linux has no way to do this. */
export function hideFromCapture(window: BrowserWindow, isHidden: boolean, platform: NodeJS.Platform): void {
  if (platform === 'darwin' || platform === 'win32') window.setContentProtection(isHidden)
}

/**
 * Calls `show` once: when the page has painted, when it failed to load, or after two seconds. Under Wayland a hidden
 * window may never paint, so on Linux a loaded page is enough.
 */
function onceReady(window: BrowserWindow, platform: NodeJS.Platform, show: () => void): void {
  let isShown = false
  const showOnce = (): void => {
    clearTimeout(timer)
    if (isShown || window.isDestroyed()) return
    isShown = true
    show()
  }
  const timer = setTimeout(showOnce, longestHiddenMilliseconds)
  window.once('ready-to-show', showOnce)
  window.webContents.once('did-fail-load', showOnce)
  if (platform === 'linux') window.webContents.once('did-finish-load', showOnce)
}

/** The remembered place, unless the screen it was on is gone. */
function visibleBounds(remembered: WindowState | null) {
  if (!remembered) return null
  const { x, y, width, height } = remembered.bounds
  const isVisible = screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    const overlapY = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y)
    return overlapX >= 200 && overlapY >= 100
  })
  return isVisible ? remembered.bounds : null
}

function rememberState(window: BrowserWindow, onState: (state: WindowState) => void): void {
  let timer: NodeJS.Timeout | undefined
  const remember = () => {
    if (window.isDestroyed() || window.isFullScreen() || window.isMinimized()) return
    onState({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(remember, 400)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('close', () => {
    clearTimeout(timer)
    remember()
  })
}

import type { BrowserWindowConstructorOptions } from 'electron'

import { notImplemented } from './guard.ts'

// Options the shell acts on, and those whose effect is the window manager's or the menu bar's, which it has no say in.
const accepted = new Set([
  ...'width height x y center useContentSize show title webPreferences'.split(' '),
  ...'minWidth minHeight maxWidth maxHeight fullscreen kiosk paintWhenInitiallyHidden'.split(' '),
  ...'resizable movable minimizable maximizable closable fullscreenable focusable'.split(' '),
  ...'icon backgroundColor autoHideMenuBar darkTheme titleBarStyle acceptFirstMouse'.split(' '),
  ...'tabbingIdentifier hasShadow roundedCorners trafficLightPosition vibrancy'.split(' '),
])
const acceptedValues: Record<string, unknown> = {
  frame: true,
  modal: false,
  transparent: false,
  alwaysOnTop: false,
}

/** Throws naming the first option of a window that the shell doesn't know. */
export function checkWindowOptions(options: BrowserWindowConstructorOptions): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || accepted.has(name)) continue
    if (!(name in acceptedValues && acceptedValues[name] === value))
      throw notImplemented(`BrowserWindow option '${name}: ${String(value)}'`)
  }
}

import { absent } from './api/guard.ts'
import { session } from './api/session.ts'

export { app } from './api/app.ts'
export { BrowserWindow } from './api/browser-window.ts'
export { clipboard, nativeTheme, powerMonitor, screen, shell } from './api/desktop.ts'
export { dialog } from './api/dialog.ts'
export { ipcMain } from './api/ipc.ts'
export { Menu, MenuItem } from './api/menu.ts'
export { utilityProcess } from './api/utility-process.ts'
export { webContents } from './api/web-contents.ts'
export { MessageChannelMain } from './utility/message-port.ts'
export { session }

/** Electron's `protocol`: the default session's. */
export const { protocol } = session.defaultSession

// Part of Electron but not of the shell: they can be imported, and say so as soon as they are used.
export const autoUpdater = absent('autoUpdater')
export const BaseWindow = absent('BaseWindow')
export const BrowserView = absent('BrowserView')
export const contentTracing = absent('contentTracing')
export const crashReporter = absent('crashReporter')
export const desktopCapturer = absent('desktopCapturer')
export const globalShortcut = absent('globalShortcut')
export const ImageView = absent('ImageView')
export const inAppPurchase = absent('inAppPurchase')
export const nativeImage = absent('nativeImage')
export const net = absent('net')
export const netLog = absent('netLog')
export const Notification = absent('Notification')
export const powerSaveBlocker = absent('powerSaveBlocker')
export const pushNotifications = absent('pushNotifications')
export const safeStorage = absent('safeStorage')
export const ShareMenu = absent('ShareMenu')
export const systemPreferences = absent('systemPreferences')
export const TouchBar = absent('TouchBar')
export const Tray = absent('Tray')
export const View = absent('View')
export const WebContentsView = absent('WebContentsView')
export const webFrameMain = absent('webFrameMain')

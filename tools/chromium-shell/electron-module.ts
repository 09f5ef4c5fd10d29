import { webContents } from './api/all-contents.ts'
import { app } from './api/app.ts'
import { BrowserWindow } from './api/browser-window.ts'
import { dialog } from './api/dialog.ts'
import { absent, guarded } from './api/guard.ts'
import { ipcMain } from './api/ipc-main.ts'
import { Menu, MenuItem } from './api/menu.ts'
import { nativeTheme } from './api/native-theme.ts'
import { powerMonitor } from './api/power-monitor.ts'
import { screen } from './api/screen.ts'
import { session } from './api/session.ts'
import { clipboard, net, safeStorage, shell } from './api/small-modules.ts'
import { utilityProcess } from './api/utility-process.ts'
import { MessageChannelMain } from './utility/message-port.ts'

// Part of Electron but not of the shell: they can be imported, and say so as soon as they are used.
const autoUpdater = absent('autoUpdater')
const BaseWindow = absent('BaseWindow')
const BrowserView = absent('BrowserView')
const contentTracing = absent('contentTracing')
const crashReporter = absent('crashReporter')
const desktopCapturer = absent('desktopCapturer')
const globalShortcut = absent('globalShortcut')
const ImageView = absent('ImageView')
const inAppPurchase = absent('inAppPurchase')
const nativeImage = absent('nativeImage')
const netLog = absent('netLog')
const Notification = absent('Notification')
const powerSaveBlocker = absent('powerSaveBlocker')
const pushNotifications = absent('pushNotifications')
const ShareMenu = absent('ShareMenu')
const systemPreferences = absent('systemPreferences')
const TouchBar = absent('TouchBar')
const Tray = absent('Tray')
const View = absent('View')
const WebContentsView = absent('WebContentsView')
const webFrameMain = absent('webFrameMain')
const { protocol } = session.defaultSession

const present = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeTheme,
  net,
}
const more = { powerMonitor, protocol, safeStorage, screen, session, shell, utilityProcess, webContents }

/** The whole module, as `require('electron')` gives it. */
const electron: object = guarded('electron', { ...present, ...more })

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeTheme,
  net,
}
export { powerMonitor, protocol, safeStorage, screen, session, shell, utilityProcess, webContents }
export {
  autoUpdater,
  BaseWindow,
  BrowserView,
  contentTracing,
  crashReporter,
  desktopCapturer,
  globalShortcut,
}
export { ImageView, inAppPurchase, nativeImage, netLog, Notification, powerSaveBlocker, pushNotifications }
export { ShareMenu, systemPreferences, TouchBar, Tray, View, WebContentsView, webFrameMain }
// Electron's own module has a default export, and its `require` gives the same object.
// oxlint-disable-next-line import/no-default-export
export { electron as default, electron as 'module.exports' }
